import { type ReactNode, useId } from 'react';

/** A part of the account: what it is at the start of the row, what there is beside it. */
export function AccountSection({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 lg:grid-cols-12">
      <div className="flex flex-col items-start gap-2 lg:col-span-4">
        <h2 id={id} tabIndex={-1} className="display-4 outline-none">
          {title}
        </h2>
        {lead !== undefined && <p className="max-w-xs text-small text-ink-soft">{lead}</p>}
      </div>
      <div className="flex min-w-0 flex-col items-start gap-5 lg:col-span-8">{children}</div>
    </section>
  );
}
