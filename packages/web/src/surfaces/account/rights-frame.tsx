import type { ReactNode } from 'react';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** The frame of the pages about one's own data: as tall as a window, so that the footer stays where it is. */
export function RightsFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useText();
  return (
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={title} description={t('rights.lead')} unlisted />
      <header className="mb-10 flex flex-col gap-4 lg:mb-14">
        <h1 className="display-2">{title}</h1>
        <p className="max-w-[46rem] text-lead text-ink-soft">{lead}</p>
      </header>
      {children}
    </div>
  );
}
