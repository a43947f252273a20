import { type ComponentProps, type ReactNode, useId } from 'react';
import { useText } from '../platform/i18n/text.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What every field has around its control. */
export interface FieldProps {
  readonly label: string;
  /** What is wrong, in words; null when nothing is. */
  readonly error?: string | null;
  readonly hint?: string | undefined;
  /** A quiet mark beside the label, such as "why we ask". */
  readonly aside?: ReactNode;
  readonly required?: boolean;
  /** Says nothing of being optional: in a field that only searches there is nothing to fill in. */
  readonly unmarked?: boolean;
}

/** The look of a control that something is written or chosen in. */
export const CONTROL =
  'block w-full rounded-soft border border-outline bg-raised px-4 py-3 text-base text-ink transition-colors placeholder:text-ink-faint hover:border-ink focus-visible:border-eucalyptus focus-visible:outline-offset-0 aria-invalid:border-clay aria-invalid:focus-visible:outline-clay';

/** Label, control, hint and error of a field, tied together for those who cannot see them. */
export function FieldFrame({
  id,
  label,
  error,
  hint,
  aside,
  required = false,
  unmarked = false,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-6 items-center justify-between gap-3">
        <label htmlFor={id} className="text-small">
          {label}
          {!required && !unmarked && <span className="text-ink-faint"> {t('form.optional')}</span>}
        </label>
        {aside}
      </div>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-fine text-ink-faint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} className={classNames('flex gap-2 text-fine text-clay', error == null && 'hidden')}>
        <Icon name="alert" className="mt-px size-4.5" />
        {error}
      </p>
    </div>
  );
}

/** The ids of hint and error that a control refers to. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  return [hint !== undefined && `${id}-hint`, error != null && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'required'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text. */
export function TextField({
  label,
  error,
  hint,
  aside,
  required,
  unmarked,
  value,
  onChange,
  className,
  ...props
}: TextFieldProps) {
  const generated = useId();
  const id = props.id ?? generated;
  return (
    <FieldFrame id={id} label={label} error={error} hint={hint} aside={aside} required={required} unmarked={unmarked}>
      <input
        {...props}
        id={id}
        value={value}
        aria-required={required || undefined}
        aria-invalid={error != null || undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(CONTROL, className)}
      />
    </FieldFrame>
  );
}
