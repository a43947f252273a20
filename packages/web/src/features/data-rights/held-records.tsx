import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import type { HeldValuePartsFragment } from '../../generated/graphql.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { type HeldPart, shownIn } from './held-value.ts';

/** The records of a part: what is personal in each, with its terms, and what of it is stored in clear. */
export function HeldRecords({ records }: Pick<HeldPart, 'records'>) {
  const t = useText();
  if (records.length === 0) return <p className="text-small text-ink-soft">{t('holdings.nothing')}</p>;
  return (
    <>
      {records.map((record, at) =>
        // What the part is about is read at once; of what hangs on it there may be much.
        at === 0 ? <HeldRecord key={record.id} record={record} /> : <FoldedRecord key={record.id} record={record} />,
      )}
    </>
  );
}

type Held = HeldPart['records'][number];

function HeldRecord({ record: { values, facts } }: { record: Held }) {
  const t = useText();
  return (
    // Whatever it is in ends with a line of its own.
    <dl className="border-t border-hairline text-small [&:last-child>*:last-child]:border-b-0">
      {values.map((value) => (
        <HeldRow key={value.field} value={value} />
      ))}
      {facts.length > 0 && (
        <Row name={t('holdings.inClear')}>
          {facts.map(({ key, label, text }) => (
            <span key={key} className="block">
              <span className="text-ink-faint">{label}:</span> {text}
            </span>
          ))}
        </Row>
      )}
    </dl>
  );
}

/** A record by its title and the beginning of what is in it; opened, all of it. */
function FoldedRecord({ record }: { record: Held }) {
  const glance = glanceOf(record);
  return (
    <details className="group/record border-b border-hairline text-small last:border-b-0">
      <summary className="grid min-h-11 grid-cols-[1fr_auto] items-center gap-x-6 py-2.5 transition-colors hover:text-eucalyptus sm:grid-cols-[10rem_1fr_auto]">
        <h4 className="font-medium">{record.title}</h4>
        <span className="col-start-1 truncate text-ink-soft sm:col-start-2">{glance}</span>
        <Icon
          name="chevron"
          className="col-start-2 row-span-2 row-start-1 size-4 transition-transform group-open/record:rotate-180 sm:col-start-3 sm:row-span-1"
        />
      </summary>
      <div className="pt-1 pb-4">
        <HeldRecord record={record} />
      </div>
    </details>
  );
}

/** What tells a record from others of its kind: an address's first lines, a mail's subject, or the first value that is shown. */
function glanceOf({ values }: Held): string | null {
  const shown = values.filter((value) => shownIn(value)?.access === 'REVEALED');
  const telling = shown.find(({ deliveryAddress }) => deliveryAddress) ?? shown[0];
  const lines = String((telling && shownIn(telling)?.text) ?? '').split('\n');
  // A mail begins with whom it goes to.
  if (telling?.message && lines[1]) return lines[1];
  return telling?.deliveryAddress ? lines.slice(0, 2).join(' · ') : (lines[0] ?? null);
}

function HeldRow({ value }: { value: HeldValuePartsFragment }) {
  const t = useText();
  const { language, market } = useLocale();
  const { label, keptUntil, keptBecause, withheld } = value;
  const until =
    keptUntil === null ? t('holdings.notYet') : t('holdings.until', { day: formatDay(keptUntil, language, market) });
  return (
    <Row name={label}>
      {withheld === null ? <Shown value={value} /> : <span className="block text-ink-soft">{withheld}</span>}
      <span className="mt-1 block text-fine text-ink-faint">
        {until} {keptBecause}
      </span>
      <Terms value={value} />
    </Row>
  );
}

/** The value, or that it is not on the screen. */
function Shown({ value }: { value: HeldValuePartsFragment }) {
  const t = useText();
  const shown = shownIn(value);
  if (shown?.access === 'REVEALED') return <Text text={String(shown.text ?? '')} />;
  return (
    <span className="flex items-center gap-2 text-ink-faint">
      <Icon name="lock" className="size-4" />
      {t(shown?.access === 'ERASED' ? 'personal.erased' : 'personal.masked')}
    </span>
  );
}

/** A text; of a long one, such as a mail, the rest is opened by those who want to read it. */
function Text({ text }: { text: string }) {
  const t = useText();
  const end = text.length > LONG ? text.indexOf('\n\n') : -1;
  if (end < 0) return <span className="block whitespace-pre-line">{text}</span>;
  return (
    <>
      <span className="block whitespace-pre-line">{text.slice(0, end)}</span>
      <details className="mt-1 text-fine">
        <summary className="inline-link touch-target inline-block text-ink-soft">{t('holdings.whole')}</summary>
        <p className="mt-2 whitespace-pre-line text-ink-soft">{text.slice(end).trim()}</p>
      </details>
    </>
  );
}

/** Characters from which a text is long. */
const LONG = 300;

/** What holds for a value: opened by those who want to know. */
function Terms({ value: { label, purposes, seenBy, recipients, stored } }: { value: HeldValuePartsFragment }) {
  const t = useText();
  return (
    <details className="mt-1 text-fine">
      <summary className="inline-link touch-target inline-block text-ink-soft">
        {t('holdings.terms')}
        <span className="sr-only">: {label}</span>
      </summary>
      <dl className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Term name={t('why.purpose')}>
          {purposes.map(({ purpose, description, groundDescription }) => (
            <span key={purpose} className="mb-1 block">
              {description} <span className="text-ink-faint">{groundDescription}</span>
            </span>
          ))}
        </Term>
        <Term name={t('why.seenBy')}>
          {seenBy.map((viewer) => (
            <span key={viewer} className="block">
              {viewer}
            </span>
          ))}
        </Term>
        <Term name={t('data.mayLeaveTo')}>
          {recipients.length === 0 && t('data.leavesToNobody')}
          {recipients.map(({ party, description }) => (
            <span key={party} className="mb-1 block">
              {party} <span className="text-ink-faint">{description}</span>
            </span>
          ))}
        </Term>
        <Term name={t('holdings.stored')}>{stored}</Term>
      </dl>
    </details>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="text-ink-soft">{children}</dd>
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-hairline py-3.5 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-faint">{name}</dt>
      {/* An e-mail address has no place to break and may be longer than a phone is wide. */}
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
