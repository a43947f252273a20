import type { ReactNode } from 'react';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { useSeller } from '../seller/use-seller.ts';
import type { LegalTexts } from './legal-text.ts';
import { nameSeller } from './name-seller.ts';

interface LegalPageProps {
  readonly texts: LegalTexts;
  /** Whether it says so while it names the demo's invented company. */
  readonly noticeOfDemo?: boolean;
  readonly children?: ReactNode;
}

/** A page of text with its headings at the side. */
export function LegalPage({ texts, noticeOfDemo = false, children }: LegalPageProps) {
  const t = useText();
  const { language } = useLocale();
  const seller = useSeller();
  if (!seller) return <Skeleton className="shell h-96" />;
  const { title, lead, sections } = texts[language](nameSeller(seller, language));
  return (
    <article className="shell pt-14 lg:pt-24">
      <PageHead title={title} description={lead} />
      <header className="mb-14 flex max-w-[46rem] flex-col gap-5 lg:mb-20">
        <h1 className="display-2">{title}</h1>
        <p className="text-lead text-ink-soft">{lead}</p>
        {noticeOfDemo && seller.demonstration && (
          <p className="border-s border-clay ps-4 text-small text-ink-soft">{t('legal.demonstration')}</p>
        )}
      </header>
      {sections.map((section) => (
        <section
          key={section.title}
          id={section.id}
          className="grid gap-x-8 gap-y-3 border-t border-hairline py-8 lg:grid-cols-12 lg:py-10"
        >
          <h2 className="display-4 lg:col-span-4">{section.title}</h2>
          <div className="flex max-w-[42rem] flex-col gap-4 text-ink-soft lg:col-span-8">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph} className="whitespace-pre-line">
                {paragraph}
              </p>
            ))}
          </div>
        </section>
      ))}
      {children}
    </article>
  );
}
