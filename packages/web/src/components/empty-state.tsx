import type { ReactNode } from 'react';

/** Says that there is nothing here, why, and what to do instead. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 py-16">
      <p className="display-4">{title}</p>
      <div className="flex max-w-prose flex-col items-start gap-5 text-ink-soft">{children}</div>
    </div>
  );
}
