import { type ReactNode, useState } from 'react';
import { Icon } from './icon.tsx';

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** A small addition at the end of the row, such as a count, and how it is read out. */
  readonly note?: string;
  readonly noteLabel?: string;
  readonly children: ReactNode;
}

/** A choice that can be taken or not. */
export function Checkbox({ checked, onChange, note, noteLabel, children }: CheckboxProps) {
  // What is chosen may stand in the address, which follows a moment later; the mark is there at once.
  const [shown, setShown] = useState(checked);
  const [known, setKnown] = useState(checked);
  if (known !== checked) {
    setKnown(checked);
    setShown(checked);
  }
  return (
    <label className="group/check flex min-h-9 cursor-pointer items-center gap-3 text-small">
      <span className="relative grid size-4.5 shrink-0 place-items-center">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target }) => {
            setShown(target.checked);
            onChange(target.checked);
          }}
          className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-soft border border-outline bg-raised transition-colors checked:border-eucalyptus checked:bg-eucalyptus group-hover/check:border-ink"
        />
        <Icon
          name="check"
          className="pointer-events-none relative size-3.5 text-on-eucalyptus opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className="min-w-0 flex-1 text-ink-soft group-hover/check:text-ink">{children}</span>
      {note !== undefined && (
        <span className="figures text-fine text-ink-faint">
          <span aria-hidden="true">{note}</span>
          <span className="sr-only">{noteLabel}</span>
        </span>
      )}
    </label>
  );
}
