import { useLocation } from 'react-router';
import { Button, LinkButton } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';
import { comparePath } from './compare-state.ts';
import { chooseToCompare, useCompared } from './use-compare.ts';

/** How many products are chosen to be compared, and the way there; it stays at the foot of the window while there are any. */
export function CompareTray() {
  const t = useText();
  const compared = useCompared();
  const { path } = splitLanguage(useLocation().pathname);
  // Where they are compared there is nothing to lead to.
  const hidden = compared.length === 0 || path === '/compare';
  return (
    <section
      aria-label={t('compare.tray')}
      hidden={hidden}
      className="foot-tray sticky bottom-0 z-20 mt-10 border-t border-hairline bg-raised shadow-lifted"
    >
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <p role="status" className="figures text-small">
          {compared.length > 0 && t('compare.chosen', { count: compared.length })}
        </p>
        <div className="flex items-center gap-6">
          <Button tone="plain" onClick={() => chooseToCompare([])}>
            {t('compare.clear')}
          </Button>
          <LinkButton size="small" to={comparePath(compared)}>
            {t('compare.open')}
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
