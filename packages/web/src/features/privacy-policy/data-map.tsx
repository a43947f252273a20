import type { ReactNode } from 'react';
import type { DataMapQuery, DataRecipientsQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';

/** Category by category: what it is, what for, who sees it, to whom it may leave, how long; and the places in the program that say so. */
export function DataMap({ entries }: { entries: DataMapQuery['dataMap'] }) {
  const t = useText();
  return entries.map((entry) => (
    <section
      key={entry.category}
      className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 text-small lg:grid-cols-12 lg:grid-rows-[auto_1fr] lg:gap-y-4 lg:py-12"
    >
      <div className="flex flex-col gap-2 lg:col-span-4">
        <h2 className="display-4">{entry.title}</h2>
        <p className="max-w-xs text-ink-soft">{entry.description}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:col-span-8 lg:col-start-5 lg:row-span-2">
        <Fact name={t('why.purpose')}>
          {entry.purposes.length === 0 && <span className="text-ink-faint">{t('data.notYet')}</span>}
          {entry.purposes.map(({ purpose, description, groundDescription }) => (
            <span key={purpose} className="mb-2 block">
              {description}
              <span className="block text-fine text-ink-faint">{groundDescription}</span>
            </span>
          ))}
        </Fact>
        <Fact name={t('why.seenBy')}>
          {entry.seenBy.map((viewer) => (
            <span key={viewer} className="mb-2 block">
              {viewer}
            </span>
          ))}
        </Fact>
        <Fact name={t('data.mayLeaveTo')}>
          {entry.recipients.length === 0 && <span className="text-ink-faint">{t('data.leavesToNobody')}</span>}
          {entry.recipients.map((recipient) => (
            <RecipientOf key={`${recipient.party} ${recipient.description}`} {...recipient} />
          ))}
        </Fact>
        <Fact name={t('why.kept')}>
          <span className="block first-letter:uppercase">{entry.kept}</span>
        </Fact>
      </dl>
      {/* Read after what it is about; shown below the name, where there is room. */}
      <details className="lg:col-span-4 lg:col-start-1 lg:row-start-2">
        <summary className="inline-link inline-block py-1 text-fine text-ink-faint">{t('data.inProgram')}</summary>
        <div className="mt-3 flex flex-col gap-1 font-mono text-fine break-all text-ink-soft">
          <p>{entry.dpv}</p>
          <p>{entry.clause}</p>
          {[...entry.entersAt, ...entry.seenAt].map((coordinate) => (
            <p key={coordinate}>{coordinate}</p>
          ))}
        </div>
      </details>
    </section>
  ));
}

/** Who works for the shop without sight of any value, such as a key service; nothing if there is nobody. */
export function KeyHolders({ recipients }: { recipients: DataRecipientsQuery['dataRecipients'] }) {
  const t = useText();
  const holders = recipients.filter(({ categories }) => categories.length === 0);
  if (holders.length === 0) return null;
  return (
    <section className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 lg:grid-cols-12 lg:py-12">
      <div className="flex flex-col gap-2 lg:col-span-4">
        <h2 className="display-4">{t('data.keyHolders')}</h2>
        <p className="max-w-xs text-small text-ink-soft">{t('data.keyHoldersBody')}</p>
      </div>
      <div className="text-small lg:col-span-8">
        {holders.map((holder) => (
          <RecipientOf key={`${holder.party} ${holder.description}`} {...holder} />
        ))}
      </div>
    </section>
  );
}

function RecipientOf({ party, description, purposes }: DataMapQuery['dataMap'][number]['recipients'][number]) {
  return (
    <span className="mb-2 block">
      {description}
      <span className="block text-fine text-ink-faint">{party}</span>
      {purposes.map(({ purpose, description: what }) => (
        <span key={purpose} className="block text-fine text-ink-faint">
          {what}
        </span>
      ))}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1.5 text-fine text-ink-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
