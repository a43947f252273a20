import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { ErasureCountdown } from './erasure-countdown.tsx';
import { ErasurePlan } from './erasure-plan.tsx';
import { OrderErasures } from './order-erasures.tsx';
import type { RightsSectionProps } from './rights-holder.ts';
import { ScopeField } from './scope-field.tsx';
import { StandingSection } from './standing-section.tsx';
import { type Standing, useStanding } from './use-standing.ts';

/** Having one's data erased: see what goes and what stays, confirm, and cancel for a week (P4.6). */
export function EraseSection({ holder }: RightsSectionProps) {
  const t = useText();
  const { answer, again, take } = useStanding(holder);
  const [said, setSaid] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const [planning, setPlanning] = useState(false);
  const standing = answer.kind === 'standing' ? answer.standing : null;

  /** Takes what a mutation about one order answered as well: the whole is asked for anew. */
  function changed(next: Standing, text: string): void {
    setPlanning(false);
    setNumber(null);
    setSaid(text);
    if (standing && next.scope !== standing.scope) again();
    else take(next);
  }

  return (
    <StandingSection title={t('erase.title')} lead={t('erase.lead')} answer={answer} onRetry={again}>
      <DoneNotice said={said} />
      {standing?.erasure && (
        <ErasureCountdown
          holder={holder}
          erasure={standing.erasure}
          onCancelled={(next) => changed(next, t('erase.cancelled'))}
          onChange={again}
        />
      )}
      {standing && !standing.erasure && (
        <>
          <OrderErasures
            holder={holder}
            standing={standing}
            onCancelled={(next) => changed(next, t('erase.cancelled'))}
          />
          {holder.token === null && standing.orders.length > 0 && !planning && (
            <ScopeField
              orders={standing.orders.filter(({ erasedOn }) => erasedOn === null)}
              number={number}
              onChange={setNumber}
            />
          )}
          {!planning && (
            <Button
              tone="outline"
              onClick={() => {
                setSaid('');
                setPlanning(true);
              }}
            >
              {t('erase.preview')}
            </Button>
          )}
          {planning && (
            <ErasurePlan
              holder={holder}
              number={number}
              onScheduled={(next) => changed(next, t('erase.scheduled'))}
              onCancel={() => setPlanning(false)}
            />
          )}
        </>
      )}
    </StandingSection>
  );
}
