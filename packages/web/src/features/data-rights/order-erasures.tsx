import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { RightsHolder } from './rights-holder.ts';
import { useCancelErasure } from './use-cancel-erasure.ts';
import type { Standing } from './use-standing.ts';

interface OrderErasuresProps {
  readonly holder: RightsHolder;
  readonly standing: Standing;
  readonly onCancelled: (standing: Standing) => void;
}

/** The orders of an account that are erased by themselves, each with the way to cancel that. */
export function OrderErasures({ holder, standing, onCancelled }: OrderErasuresProps) {
  const t = useText();
  const { language, market } = useLocale();
  const { attempt, cancel } = useCancelErasure(holder, onCancelled);
  const waiting = standing.orders.filter(({ erasedOn }) => erasedOn !== null);
  if (waiting.length === 0) return null;
  return (
    <>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <ul className="w-full border-t border-hairline text-small">
        {waiting.map(({ number, erasedOn }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-4 border-b border-hairline py-3">
            <span>{t('erase.orderOn', { number, day: formatDay(erasedOn ?? '', language, market) })}</span>
            <Button tone="outline" size="small" busy={attempt.busy} onClick={() => void cancel(number)}>
              {t('erase.cancel')}
              <span className="sr-only">{number}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
