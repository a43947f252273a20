import { useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { CONTROL, describedBy, FieldFrame, type FieldProps } from './text-field.tsx';

interface SelectFieldProps extends FieldProps {
  readonly options: readonly { value: string; label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A word and its value on one line, without a frame. */
  readonly compact?: boolean;
  readonly id?: string;
  readonly name?: string;
  readonly autoComplete?: string;
}

/** A choice of one from a list: the browser's own control, which every phone and reader knows best. */
export function SelectField({ options, value, onChange, compact = false, ...field }: SelectFieldProps) {
  const generated = useId();
  const id = field.id ?? generated;
  const select = (
    <span className={classNames('relative', compact ? 'inline-flex items-center' : 'block')}>
      <select
        id={id}
        name={field.name}
        autoComplete={field.autoComplete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-required={field.required || undefined}
        aria-invalid={field.error != null || undefined}
        aria-describedby={describedBy(id, field)}
        className={
          compact
            ? 'field-sizing-content min-h-9 max-w-[11rem] cursor-pointer appearance-none rounded-soft bg-transparent ps-1 pe-7 text-small text-ellipsis hover:text-eucalyptus'
            : classNames(CONTROL, 'cursor-pointer appearance-none pe-11')
        }
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="chevron"
        className={classNames(
          'pointer-events-none absolute size-4.5',
          compact ? 'end-1' : 'end-4 top-1/2 -translate-y-1/2',
        )}
      />
    </span>
  );
  if (!compact) {
    return (
      <FieldFrame id={id} {...field}>
        {select}
      </FieldFrame>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 text-small">
      <label htmlFor={id} className="max-sm:sr-only text-ink-faint">
        {field.label}
      </label>
      {select}
    </span>
  );
}
