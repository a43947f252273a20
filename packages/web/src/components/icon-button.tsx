import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  readonly icon: IconName;
  /** What it does, for those who do not see the sign. */
  readonly label: string;
  /** A press does nothing; it keeps the focus, which would otherwise be lost at the moment it becomes so. */
  readonly unavailable?: boolean;
}

/** A button that is a sign; 44 px to touch. */
export function IconButton({ icon, label, unavailable = false, className, onClick, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...props}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? undefined : onClick}
      className={classNames(
        'inline-grid size-11 place-items-center rounded-full text-ink transition-colors hover:text-eucalyptus aria-disabled:text-ink-faint/50 aria-disabled:cursor-not-allowed',
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
