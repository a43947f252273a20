import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useText } from '../../../platform/i18n/text.tsx';
import { useCanUsePasskeys } from './browser-passkeys.ts';

interface PasskeyButtonProps {
  readonly tone?: 'primary' | 'outline';
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

/** Asks the browser for a passkey; where it knows none the button does nothing, and says why. */
export function PasskeyButton({ tone = 'outline', busy, onPress, children }: PasskeyButtonProps) {
  const t = useText();
  const can = useCanUsePasskeys();
  return (
    <Button
      tone={tone}
      busy={busy}
      unavailable={!can}
      title={can ? undefined : t('passkey.unsupported')}
      onClick={onPress}
    >
      <Icon name="key" />
      {children}
    </Button>
  );
}
