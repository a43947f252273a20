import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { fieldId } from './use-attempt.ts';

interface EmailFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  /** Takes the focus when it appears: what was pressed before is gone. */
  readonly autoFocus: boolean;
  /** Where it enters, as the schema names it. */
  readonly coordinate: string;
  /** Whether the browser offers passkeys among the addresses that it knows. */
  readonly passkeys?: boolean;
}

/** The address of an account, by which browsers and password managers know it. */
export function EmailField({ coordinate, passkeys = false, ...props }: EmailFieldProps) {
  const t = useText();
  const label = t('field.email');
  return (
    <TextField
      {...props}
      id={fieldId('email')}
      label={label}
      required
      type="email"
      autoComplete={passkeys ? 'username webauthn' : 'username'}
      autoCapitalize="none"
      spellCheck={false}
      aside={<WhyWeAsk coordinate={coordinate} label={label} />}
    />
  );
}
