import { useId } from 'react';
import type { CountedPartsFragment, RecordPartsFragment, RemnantPartsFragment } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';

interface GoingListProps {
  readonly title: string;
  readonly values: readonly CountedPartsFragment[];
  readonly records: readonly RecordPartsFragment[];
}

/** What goes, or went: personal values by category, then the records they stood in. */
export function GoingList({ title, values, records }: GoingListProps) {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className="w-full">
      <h3 id={id} className="mb-3 font-medium">
        {title}
      </h3>
      {values.length === 0 && <p className="text-small text-ink-soft">{t('erase.nothing')}</p>}
      <ul className="grid gap-x-8 border-t border-hairline text-small sm:grid-cols-2">
        {values.map(({ category, title: name, count }) => (
          <Counted key={category} name={name} count={count} />
        ))}
      </ul>
      {records.length > 0 && (
        <p className="mt-3 text-fine text-ink-faint">
          {t('erase.records')} {records.map(({ title: name, count }) => `${name} (${count})`).join(' · ')}
        </p>
      )}
    </section>
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  return (
    <li className="flex justify-between gap-4 border-b border-hairline py-2.5">
      <span>{name}</span>
      <span className="figures text-ink-faint">{count}</span>
    </li>
  );
}

/** What stays, by which rule, and until when. */
export function StayingList({ title, stays }: { title: string; stays: readonly RemnantPartsFragment[] }) {
  const t = useText();
  const id = useId();
  if (stays.length === 0) return null;
  return (
    <section aria-labelledby={id} className="w-full">
      <h3 id={id} className="mb-3 font-medium">
        {title}
      </h3>
      <dl className="border-t border-hairline text-small">
        {stays.map(({ name, what, because, until, count }) => (
          <div key={name} className="grid gap-x-6 gap-y-1 border-b border-hairline py-3 sm:grid-cols-[14rem_1fr]">
            <dt>
              {what}
              {count !== null && count > 1 && <span className="figures text-ink-faint"> × {count}</span>}
            </dt>
            <dd className="text-ink-soft">
              {because} <span className="text-ink-faint">{t('erase.until', { until })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
