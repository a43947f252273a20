import { type ComponentProps, useId, useState } from 'react';
import { useText } from '../platform/i18n/text.tsx';
import { classNames } from './class-names.ts';
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './text-field.tsx';

interface PasswordFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'required' | 'type' | 'autoComplete'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password, hidden until one asks to see it: what can be read needs no second field to find a slip. */
export function PasswordField({ label, error, hint, aside, required, value, onChange, ...props }: PasswordFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const generated = useId();
  const id = props.id ?? generated;
  return (
    <FieldFrame id={id} label={label} error={error} hint={hint} aside={aside} required={required}>
      <div className="relative">
        <input
          {...props}
          id={id}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          aria-required={required || undefined}
          aria-invalid={error != null || undefined}
          aria-describedby={describedBy(id, { hint, error })}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(CONTROL, 'pe-28')}
        />
        <button
          type="button"
          aria-controls={id}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 rounded-soft px-4 text-small text-ink-soft transition-colors hover:text-eucalyptus"
        >
          {t(shown ? 'password.hide' : 'password.show')}
          <span className="sr-only"> {t('password.label')}</span>
        </button>
      </div>
    </FieldFrame>
  );
}
