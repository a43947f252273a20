import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Radio } from '../../components/radio.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErasurePreviewDocument, type ErasurePreviewQuery, RequestErasureDocument } from '../../generated/graphql.ts';
import { formatDay, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { inLanguage } from '../../platform/locale/localised-path.ts';
import { ProveAgain } from '../accounts/prove-again.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import { GoingList, StayingList } from './measure-lists.tsx';
import { ERASURE_FATES, OrderFates } from './order-fates.tsx';
import type { RightsHolder } from './rights-holder.ts';
import { isOver, type Standing } from './use-standing.ts';

interface ErasurePlanProps {
  readonly holder: RightsHolder;
  /** One order of an account; null for all that the page is about. */
  readonly number: string | null;
  readonly onScheduled: (standing: Standing) => void;
  readonly onCancel: () => void;
}

/** What an erasure would do, and the decision: in a week, or at once. */
export function ErasurePlan({ holder, number, onScheduled, onCancel }: ErasurePlanProps) {
  const t = useText();
  const preview = usePreview(holder, number);
  const lead = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone; whoever pressed it goes on here.
  useEffect(() => lead.current?.focus(), []);
  return (
    <div className="flex w-full flex-col items-start gap-8">
      <p ref={lead} tabIndex={-1} className="max-w-prose text-small text-ink-soft outline-none">
        {number === null ? t('erase.planLead') : t('erase.planOrder', { number })}
      </p>
      {preview.kind === 'loading' && <Skeleton className="h-72 w-full" />}
      {preview.kind === 'connection' && <Notice>{t('error.connection')}</Notice>}
      {preview.kind === 'preview' && (
        <>
          <GoingList title={t('erase.goes')} values={preview.preview.values} records={preview.preview.records} />
          <StayingList title={t('erase.stays')} stays={preview.preview.stays} />
          <OrderFates orders={preview.preview.orders} fates={ERASURE_FATES} />
          <Dates preview={preview.preview} />
          <Decision
            holder={holder}
            number={number}
            preview={preview.preview}
            onScheduled={onScheduled}
            onCancel={onCancel}
          />
        </>
      )}
      {preview.kind !== 'preview' && (
        <Button tone="plain" onClick={onCancel}>
          {t('erase.keep')}
        </Button>
      )}
    </div>
  );
}

type Preview = ErasurePreviewQuery['erasurePreview'];

function Dates({ preview }: { preview: Preview }) {
  const t = useText();
  const { language, market } = useLocale();
  const dates = [
    [t('erase.backupsUntil'), formatDay(preview.backupsUntil, language, market)],
    [t('erase.finalBy'), formatDay(preview.finalBy, language, market)],
  ] as const;
  return (
    <div className="w-full">
      <dl className="border-t border-hairline text-small">
        {dates.map(([name, day]) => (
          <div key={name} className="grid gap-x-6 gap-y-1 border-b border-hairline py-3 sm:grid-cols-[14rem_1fr]">
            <dt>{name}</dt>
            <dd className="text-ink-soft">{day}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-prose text-fine text-ink-faint">{t('erase.finalMeans')}</p>
    </div>
  );
}

interface DecisionProps extends ErasurePlanProps {
  readonly preview: Preview;
}

function Decision({ holder, number, preview, onScheduled, onCancel }: DecisionProps) {
  const t = useText();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { language, market, api } = useLocale();
  const attempt = useAttempt([], holder.askAgain);
  const [atOnce, setAtOnce] = useState(false);
  const [proving, setProving] = useState(false);
  const waits = preview.orders.some(({ fate }) => fate === 'FINISHED_FIRST');

  async function ask(): Promise<void> {
    const { token, context, email, askAgain } = holder;
    const found = { stale: false };
    await attempt.run(async () => {
      const variables = { input: { token, number, atOnce, language: api.language } };
      const { data } = await client.mutate({
        mutation: RequestErasureDocument,
        variables,
        fetchPolicy: 'no-cache',
        context,
      });
      const { standing, receiptToken, userErrors } = data?.requestErasure ?? { userErrors: [] };
      found.stale = userErrors.some(({ code }) => code === 'NOT_FRESH');
      setProving(found.stale);
      if (receiptToken && !waits) {
        const state = { erased: preview.scope === 'ACCOUNT' };
        await navigate(`${inLanguage(language, '/erasure-receipt')}#${receiptToken}`, { state });
      } else if (standing) onScheduled(standing);
      // Nothing to complain of: the form for the proof says what is needed.
      return found.stale ? [] : userErrors;
    });
    if (found.stale && email === null) askAgain();
  }

  if (proving) {
    return (
      <ProveAgain
        lead={t('erase.prove')}
        email={holder.email}
        onProven={() => void ask()}
        onCancel={() => setProving(false)}
      />
    );
  }
  return (
    <form
      className="flex w-full flex-col items-start gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.busy) void ask();
      }}
    >
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-2 font-medium">{t('erase.when')}</legend>
        <When checked={!atOnce} onChange={() => setAtOnce(false)}>
          {t('erase.inAWeek', { moment: formatMoment(preview.dueAt, language, market) })}
        </When>
        <When checked={atOnce} onChange={() => setAtOnce(true)}>
          {waits ? t('erase.atOnceWaits') : t('erase.atOnce')}
        </When>
      </fieldset>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" tone={atOnce ? 'grave' : 'primary'} busy={attempt.busy}>
          {atOnce ? t('erase.doAtOnce') : t('erase.schedule')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('erase.keep')}
        </Button>
      </div>
    </form>
  );
}

function When({ checked, onChange, children }: { checked: boolean; onChange: () => void; children: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio button is the control; the rule does not know it by name.
    <label className="flex min-h-9 cursor-pointer items-center gap-3 text-small pointer-coarse:min-h-11">
      <Radio name="erase-when" checked={checked} onChange={onChange} className="shrink-0" />
      <span className="text-ink-soft">{children}</span>
    </label>
  );
}

type PreviewAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'preview'; readonly preview: Preview };

function usePreview(holder: RightsHolder, number: string | null): PreviewAnswer {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [answer, setAnswer] = useState<PreviewAnswer>({ kind: 'loading' });
  const latest = useRef(holder);
  latest.current = holder;
  const { token } = holder;
  useEffect(() => {
    let left = false;
    setAnswer({ kind: 'loading' });
    client
      .query({
        query: ErasurePreviewDocument,
        variables: { token, number, language },
        fetchPolicy: 'no-cache',
        context: latest.current.context,
      })
      .then(
        ({ data }) => !left && data && setAnswer({ kind: 'preview', preview: data.erasurePreview }),
        (error: unknown) => {
          if (left) return;
          if (isOver(error)) latest.current.askAgain();
          else setAnswer({ kind: 'connection' });
        },
      );
    return () => {
      left = true;
    };
  }, [client, token, number, language]);
  return answer;
}
