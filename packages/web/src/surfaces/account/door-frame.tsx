import type { ReactNode } from 'react';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** The calm frame of signing in and up: one column, nothing beside it. */
export function DoorFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useText();
  return (
    // As tall as a window, so that the footer stays where it is when one step follows the other.
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={title} description={t('account.description')} unlisted />
      <div className="flex max-w-[28rem] flex-col gap-8">
        <header className="flex flex-col gap-4">
          <h1 className="display-2">{title}</h1>
          <p className="text-lead text-ink-soft">{lead}</p>
        </header>
        {children}
      </div>
    </div>
  );
}
