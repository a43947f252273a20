import { IMPRINT } from '../../features/legal-texts/imprint.ts';
import { LegalPage } from '../../features/legal-texts/legal-page.tsx';

/** Who stands behind the shop. */
export function Page() {
  return <LegalPage texts={IMPRINT} noticeOfDemo />;
}
