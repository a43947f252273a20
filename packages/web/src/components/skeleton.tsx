import { classNames } from './class-names.ts';

/** Holds the place of what is on its way; it has the size of what comes, so that nothing moves. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={classNames('block animate-pulse rounded-soft bg-hairline/60', className)} />
  );
}
