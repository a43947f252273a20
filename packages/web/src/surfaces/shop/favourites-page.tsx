import { DevicePageFrame } from '../../features/on-device/device-nav.tsx';
import { FavouritesView } from '../../features/on-device/favourites-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** The products that the visitor keeps an eye on, as they were when they were kept. */
export function Page() {
  const t = useText();
  return (
    <>
      <PageHead title={t('favourite.title')} description={t('favourite.lead')} unlisted />
      <DevicePageFrame title={t('favourite.title')} lead={t('favourite.lead')}>
        <FavouritesView />
      </DevicePageFrame>
    </>
  );
}
