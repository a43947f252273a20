import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { LiftRestrictionDocument, RestrictProcessingDocument } from '../../generated/graphql.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import { OrderFates, RESTRICTION_FATES } from './order-fates.tsx';
import type { RightsHolder, RightsSectionProps } from './rights-holder.ts';
import { ScopeField } from './scope-field.tsx';
import { StandingSection } from './standing-section.tsx';
import { type Standing, useStanding } from './use-standing.ts';

/** Having one's data kept and used for nothing else (GDPR, article 18), and lifting that. */
export function RestrictSection({ holder }: RightsSectionProps) {
  const t = useText();
  const { answer, again } = useStanding(holder);
  return (
    <StandingSection title={t('restrict.title')} lead={t('restrict.lead')} answer={answer} onRetry={again}>
      {answer.kind === 'standing' && <Restriction holder={holder} standing={answer.standing} onChange={again} />}
    </StandingSection>
  );
}

interface RestrictionProps {
  readonly holder: RightsHolder;
  readonly standing: Standing;
  readonly onChange: () => void;
}

function Restriction({ holder, standing, onChange }: RestrictionProps) {
  const t = useText();
  const client = useApolloClient();
  const { language, market, api } = useLocale();
  const attempt = useAttempt([], holder.askAgain);
  const [number, setNumber] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const order = standing.orders.find((one) => one.number === number);
  const since = order ? order.restrictedSince : standing.restrictedSince;
  const orders = order ? [order] : standing.orders;

  async function change(lift: boolean) {
    const { token, context } = holder;
    setSaid('');
    const done = await attempt.run(async () => {
      const options = {
        variables: { input: { token, number, language: api.language } },
        fetchPolicy: 'no-cache',
        context,
      } as const;
      const payload = lift
        ? (await client.mutate({ mutation: LiftRestrictionDocument, ...options })).data?.liftRestriction
        : (await client.mutate({ mutation: RestrictProcessingDocument, ...options })).data?.restrictProcessing;
      return payload?.userErrors ?? [];
    });
    onChange();
    if (!done) return;
    setAsking(false);
    setSaid(t(lift ? 'restrict.lifted' : 'restrict.done'));
  }

  return (
    <>
      <DoneNotice said={said} />
      {holder.token === null && standing.orders.length > 0 && !asking && (
        <ScopeField orders={standing.orders} number={number} onChange={setNumber} />
      )}
      {since !== null && (
        <>
          <p className="max-w-prose text-small">
            {t('restrict.since', { moment: formatMoment(since, language, market) })}{' '}
            <span className="text-ink-soft">{t('restrict.means')}</span>
          </p>
          {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
          <Button tone="outline" busy={attempt.busy} onClick={() => void change(true)}>
            {t('restrict.lift')}
          </Button>
        </>
      )}
      {since === null && !asking && (
        <Button
          tone="outline"
          onClick={() => {
            setSaid('');
            setAsking(true);
          }}
        >
          {t('restrict.preview')}
        </Button>
      )}
      {since === null && asking && (
        <>
          <p className="max-w-prose text-small text-ink-soft">{t('restrict.plan')}</p>
          <OrderFates orders={orders} fates={RESTRICTION_FATES} />
          {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <Button autoFocus busy={attempt.busy} onClick={() => void change(false)}>
              {t('restrict.do')}
            </Button>
            <Button tone="plain" onClick={() => setAsking(false)}>
              {t('account.cancel')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
