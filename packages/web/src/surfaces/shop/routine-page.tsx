import { DevicePageFrame } from '../../features/on-device/device-nav.tsx';
import { RoutineView } from '../../features/on-device/routine-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** Morning and evening, in the order in which things go on, with a warning where two do not go together. */
export function Page() {
  const t = useText();
  return (
    <>
      <PageHead title={t('routine.title')} description={t('routine.lead')} />
      <DevicePageFrame title={t('routine.title')} lead={t('routine.lead')}>
        <RoutineView />
      </DevicePageFrame>
    </>
  );
}
