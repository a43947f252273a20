import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

interface ToggleActionProps extends Omit<ComponentProps<'button'>, 'aria-pressed' | 'disabled'> {
  readonly icon: IconName;
  readonly pressed: boolean;
  readonly children: ReactNode;
}

/** A quiet thing to do beside the one that matters: a sign and a word that is on or off. */
export function ToggleAction({ icon, pressed, className, children, ...props }: ToggleActionProps) {
  return (
    <button
      type="button"
      {...props}
      aria-pressed={pressed}
      className={classNames(
        'inline-flex min-h-9 items-center gap-2 text-small transition-colors pointer-coarse:min-h-11 hover:text-eucalyptus aria-pressed:text-eucalyptus aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
        className,
      )}
    >
      <Icon name={icon} className={classNames('size-4.5', icon === 'heart' && pressed && 'fill-eucalyptus!')} />
      {children}
    </button>
  );
}
