import type { ReactNode } from 'react';
import { QuietScene } from './quiet-scene.tsx';

interface EmptyStateProps {
  readonly title: string;
  /**
   * In words alone: where what is empty is a small part of the page, and where it is kept on the device, since a picture that
   * only an empty list fetches would tell the server that it is empty.
   */
  readonly plain?: boolean;
  readonly children?: ReactNode;
}

/** Says that there is nothing here, why, and what to do instead. */
export function EmptyState({ title, plain = false, children }: EmptyStateProps) {
  const words = (
    <div className="flex flex-col items-start gap-4">
      <p className="display-3">{title}</p>
      <div className="flex max-w-[34rem] flex-col items-start gap-6 text-ink-soft">{children}</div>
    </div>
  );
  if (plain) return <div className="py-12">{words}</div>;
  return (
    // As wide as what it is in allows, which may be a drawer.
    <div className="@container">
      <div className="grid items-center gap-x-16 gap-y-10 py-6 @3xl:grid-cols-2">
        {words}
        <QuietScene className="aspect-5/4" />
      </div>
    </div>
  );
}
