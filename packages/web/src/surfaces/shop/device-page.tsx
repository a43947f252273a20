import { CollectionSwitch } from '../../features/consent/collection-switch.tsx';
import { DevicePageFrame } from '../../features/on-device/device-nav.tsx';
import { DeviceOverview } from '../../features/on-device/device-overview.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** All that the site keeps on the device, in one place. */
export function Page() {
  const t = useText();
  return (
    <>
      <PageHead title={t('device.title')} description={t('device.lead')} unlisted />
      <DevicePageFrame title={t('device.title')} lead={t('device.lead')}>
        <DeviceOverview>
          <CollectionSwitch />
        </DeviceOverview>
      </DevicePageFrame>
    </>
  );
}
