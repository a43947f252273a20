import { LinkButton } from '../../components/button.tsx';
import { LegalPage } from '../../features/legal-texts/legal-page.tsx';
import { PRIVACY } from '../../features/legal-texts/privacy-in-plain-words.ts';
import { useText } from '../../platform/i18n/text.tsx';

/** What the shop does with data, in plain words, and the way to the data map. */
export function Page() {
  const t = useText();
  return (
    <LegalPage texts={PRIVACY}>
      <div className="flex flex-col items-start gap-8 border-t border-ink pt-10">
        <LinkButton to="/data" tone="outline">
          {t('home.toDataMap')}
        </LinkButton>
      </div>
    </LegalPage>
  );
}
