import { useId } from 'react';

interface SegmentedProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { value: Value; label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them taken: radio buttons that look like a switch. */
export function Segmented<Value extends string>({ legend, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-2 text-fine text-ink-faint">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="group/choice relative cursor-pointer py-1.5 text-small">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-soft"
            />
            <span className="border-b border-transparent pb-0.5 text-ink-soft transition-colors group-hover/choice:text-ink peer-checked:border-eucalyptus peer-checked:text-ink">
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
