import { DevicePageFrame } from '../../features/on-device/device-nav.tsx';
import { EmptiesView } from '../../features/on-device/empties-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** What is open at home and until when it keeps. */
export function Page() {
  const t = useText();
  return (
    <>
      <PageHead title={t('empties.title')} description={t('empties.lead')} unlisted />
      <DevicePageFrame title={t('empties.title')} lead={t('empties.lead')}>
        <EmptiesView />
      </DevicePageFrame>
    </>
  );
}
