import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { DataMapDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

const loadPopover = () => import('../../components/popover.tsx').then(({ Popover }) => ({ default: Popover }));
const Popover = lazy(loadPopover);

/**
 * Why a personal field is asked for, who sees it and how long it is kept (P2.5): the text comes from the schema, by the
 * field's coordinate in it, such as `PlaceOrderInput.email`.
 */
export function WhyWeAsk({ coordinate, label }: { coordinate: string; label: string }) {
  const t = useText();
  const { language } = useLocale().api;
  const button = useRef<HTMLButtonElement>(null);
  const [panel, setPanel] = useState<'never' | 'open' | 'closed'>('never');
  const { data } = useQuery(DataMapDocument, { variables: { language } });
  const entry = data?.dataMap.find(({ entersAt }) => entersAt.includes(coordinate));
  if (!entry) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={`${t('why.ask')}: ${label}`}
        aria-haspopup="dialog"
        aria-expanded={panel === 'open'}
        onPointerEnter={() => void loadPopover()}
        onFocus={() => void loadPopover()}
        onClick={() => setPanel(panel === 'open' ? 'closed' : 'open')}
        className="touch-target inline-flex min-h-6 shrink-0 items-center gap-1.5 text-fine whitespace-nowrap text-ink-faint transition-colors hover:text-eucalyptus"
      >
        <Icon name="question" className="size-4" />
        {t('why.ask')}
      </button>
      {panel !== 'never' && (
        <Suspense>
          <Popover
            open={panel === 'open'}
            onOpenChange={(open) => setPanel(open ? 'open' : 'closed')}
            anchor={button}
            title={entry.title}
          >
            <dl className="flex flex-col gap-4 text-small">
              <div className="flex flex-col gap-1.5 leading-snug">
                <dt className="text-fine text-ink-faint">{t('why.purpose')}</dt>
                {entry.purposes.map(({ purpose, description }) => (
                  <dd key={purpose}>{description}</dd>
                ))}
              </div>
              <div className="flex flex-col gap-1.5 leading-snug">
                <dt className="text-fine text-ink-faint">{t('why.seenBy')}</dt>
                {entry.seenBy.map((viewer) => (
                  <dd key={viewer}>{viewer}</dd>
                ))}
              </div>
              <div className="flex flex-col gap-1.5 leading-snug">
                <dt className="text-fine text-ink-faint">{t('why.kept')}</dt>
                <dd className="first-letter:uppercase">{entry.kept}</dd>
              </div>
            </dl>
            <LocalLink to="/data" className="inline-link mt-5 inline-block py-1 text-small">
              {t('why.more')}
            </LocalLink>
          </Popover>
        </Suspense>
      )}
    </>
  );
}
