import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** One of several choices: the browser's own radio button in the shop's colours, alike in the light and in the dark. */
export function Radio({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      {...props}
      type="radio"
      className={classNames(
        'size-4.5 cursor-pointer appearance-none rounded-full! border border-outline bg-raised transition-[border-width,border-color] checked:border-[5px] checked:border-eucalyptus hover:border-ink checked:hover:border-eucalyptus-deep',
        className,
      )}
    />
  );
}
