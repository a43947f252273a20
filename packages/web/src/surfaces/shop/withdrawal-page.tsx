import { LegalPage } from '../../features/legal-texts/legal-page.tsx';
import { WITHDRAWAL } from '../../features/legal-texts/withdrawal.ts';

/** The right of withdrawal and how to use it; the place of the online withdrawal function. */
export function Page() {
  return <LegalPage texts={WITHDRAWAL} noticeOfDemo />;
}
