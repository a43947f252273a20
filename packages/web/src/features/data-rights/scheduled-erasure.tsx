import { formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import type { RightsHolder } from './rights-holder.ts';
import { useStanding } from './use-standing.ts';

/** A customer; whoever else looks at the account the page finds out by itself. */
const CUSTOMER: RightsHolder = { token: null, context: {}, email: null, askAgain: () => undefined };

/** Says in the account that it is about to be erased, and leads to where that is cancelled; nothing if it is not. */
export function ScheduledErasure() {
  const t = useText();
  const { language, market } = useLocale();
  const { answer } = useStanding(CUSTOMER);
  const erasure = answer.kind === 'standing' ? answer.standing.erasure : null;
  if (!erasure) return null;
  return (
    <p role="status" className="my-8 max-w-[46rem] rounded-soft bg-clay-wash px-5 py-4 text-small text-clay">
      {t('erase.accountNotice', { moment: formatMoment(erasure.dueAt, language, market) })}{' '}
      <LocalLink to="/account/privacy" className="inline-link">
        {t('erase.seeOrCancel')}
      </LocalLink>
    </p>
  );
}
