import { useConnected } from '../platform/connection.ts';
import { useText } from '../platform/i18n/text.tsx';
import { Icon } from './icon.tsx';

/** Says, at the foot of the window, that the shop cannot be reached, for as long as that is so. */
export function OfflineNotice() {
  const t = useText();
  const connected = useConnected();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid justify-center p-4 print:hidden"
    >
      {!connected && (
        <p className="pointer-events-auto flex max-w-[34rem] gap-3 rounded-soft bg-ink px-5 py-3 text-small text-ground shadow-lifted">
          <Icon name="alert" className="mt-0.5" />
          {t('connection.lost')}
        </p>
      )}
    </div>
  );
}
