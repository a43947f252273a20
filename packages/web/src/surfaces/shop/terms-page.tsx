import { LegalPage } from '../../features/legal-texts/legal-page.tsx';
import { TERMS } from '../../features/legal-texts/terms.ts';

/** The terms of sale. */
export function Page() {
  return <LegalPage texts={TERMS} noticeOfDemo />;
}
