import { QuietPage } from '../../components/quiet-page.tsx';
import { RightsSections } from '../../features/data-rights/rights-sections.tsx';
import { ProveOrder } from '../../features/orders/prove-order.tsx';
import { useProof } from '../../features/orders/use-proof.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { useFragment } from '../../platform/page/use-fragment.ts';
import { RightsFrame } from './rights-frame.tsx';

/** What a guest can do about the data of an order, by its link and a mailed code (P1.1, D16). */
export function YourDataPage() {
  const t = useText();
  const token = useFragment();
  const { proof, prove, forget } = useProof(token ?? null);
  if (token === null) {
    return (
      <div className="shell pt-14 lg:pt-24">
        <QuietPage title={t('rights.title')} lead={t('rights.howTo')}>
          <LocalLink to="/account/privacy" className="inline-link">
            {t('rights.withAccount')}
          </LocalLink>
        </QuietPage>
      </div>
    );
  }
  return (
    <RightsFrame title={t('rights.title')} lead={t('rights.guestLead')}>
      {token !== undefined && proof === null && <ProveOrder token={token} onProven={prove} />}
      {token !== undefined && proof !== null && (
        <RightsSections
          holder={{ token, context: { headers: { 'order-proof': proof } }, email: null, askAgain: forget }}
        />
      )}
    </RightsFrame>
  );
}
