import { UnsubscribeView } from '../../features/consent/unsubscribe-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { useFragment } from '../../platform/page/use-fragment.ts';

/** Where the link of a mail leads: the token stands in the fragment, which no request carries (D16). */
export function Page() {
  const t = useText();
  const token = useFragment();
  return (
    <div className="shell pt-14 lg:pt-24">
      <PageHead title={t('unsubscribe.title')} unlisted />
      <UnsubscribeView token={token} />
    </div>
  );
}
