import { useApolloClient } from '@apollo/client/react';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { Switch } from '../../components/switch.tsx';
import { type ConsentMeans, ConsentReceiptDocument } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatDay, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import { saveFile } from '../on-device/save-file.ts';
import type { Consent } from './use-consents.ts';

const MEANS: Readonly<Record<ConsentMeans, MessageKey>> = {
  ACCOUNT_PAGE: 'consent.means.page',
  UNSUBSCRIBE_LINK: 'consent.means.link',
  BROWSER_SIGNAL: 'consent.means.signal',
};

interface ConsentRowProps {
  readonly consent: Consent;
  readonly busy: boolean;
  readonly onChange: (given: boolean) => void;
}

/** One consent: the words one agrees to, the switch, and what one has decided before. */
export function ConsentRow({ consent, busy, onChange }: ConsentRowProps) {
  const t = useText();
  const id = useId();
  const { text, given, records } = consent;
  return (
    <div className="border-b border-hairline py-6">
      <div className="flex items-start justify-between gap-6">
        <h3 id={id} className="font-medium">
          {text.title}
        </h3>
        <Switch on={given} busy={busy} onChange={onChange} labelledBy={id} describedBy={`${id}-text`} />
      </div>
      <p id={`${id}-text`} className="mt-2 max-w-prose text-small text-ink-soft">
        {text.text}
      </p>
      {records !== null && records.length > 0 && (
        <details className="mt-4">
          <summary className="inline-link inline-block py-1 text-small">
            {t('consent.history')}
            <span className="sr-only">: {text.title}</span>
          </summary>
          <ul className="mt-2 flex flex-col gap-4 text-small">
            {records.map((record) => (
              <RecordLine key={record.id} record={record} today={text} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type ConsentRecord = NonNullable<Consent['records']>[number];

function RecordLine({ record, today }: { record: ConsentRecord; today: Consent['text'] }) {
  const t = useText();
  const { language, market } = useLocale();
  const { access, state, given, ended, text, keptUntil } = record;
  const said = ({ at, means }: { at: string; means: ConsentMeans }) => ({
    moment: formatMoment(at, language, market),
    means: t(MEANS[means]),
  });
  return (
    <li className="flex flex-col items-start gap-1 border-s border-hairline ps-4">
      {access !== 'REVEALED' && (
        <p className="inline-flex items-center gap-2 text-ink-faint">
          <Icon name="lock" className="size-4" />
          {t(access === 'ERASED' ? 'personal.erased' : access === 'DENIED' ? 'personal.denied' : 'personal.masked')}
        </p>
      )}
      {given && <p>{t('consent.given', said(given))}</p>}
      {ended && <p>{t(state === 'REFUSED' ? 'consent.refused' : 'consent.withdrawn', said(ended))}</p>}
      {text && (
        <p className="max-w-prose text-fine text-ink-faint">
          {text.text === today.text
            ? t('consent.wordsAbove', { version: String(text.version) })
            : t('consent.words', { version: String(text.version), words: text.text })}
        </p>
      )}
      {keptUntil !== null && (
        <p className="text-fine text-ink-faint">
          {t('consent.keptUntil', { day: formatDay(keptUntil, language, market) })}
        </p>
      )}
      <ReceiptButton id={record.id} name={today.title} />
    </li>
  );
}

/** Fetches the receipt and hands it to the browser's downloads. */
function ReceiptButton({ id, name }: { id: string; name: string }) {
  const t = useText();
  const client = useApolloClient();
  const attempt = useAttempt([]);

  const save = () =>
    attempt.run(async () => {
      const { data } = await client.query({
        query: ConsentReceiptDocument,
        variables: { id },
        fetchPolicy: 'no-cache',
      });
      const text = data?.consentReceipt?.text;
      if (typeof text !== 'string') throw new Error('There is no receipt.');
      saveFile(`barrier-consent-${id}.jsonld`, 'application/ld+json', `${text}\n`);
      return [];
    });

  return (
    <>
      <Button tone="plain" busy={attempt.busy} onClick={() => void save()}>
        {t('consent.receipt')}
        <span className="sr-only">{name}</span>
      </Button>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
    </>
  );
}
