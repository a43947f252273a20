import { Icon } from '../../components/icon.tsx';
import { ToggleAction } from '../../components/toggle-action.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { MOST_COMPARED } from './compare-state.ts';
import { toggleCompared, useCompared } from './use-compare.ts';

interface CompareToggleProps {
  readonly product: { readonly slug: string; readonly title: string };
  /** With its word beside the sign; in a list the sign alone. */
  readonly worded?: boolean;
}

/** Puts a product among those to compare, or takes it away. */
export function CompareToggle({ product: { slug, title }, worded = false }: CompareToggleProps) {
  const t = useText();
  const compared = useCompared();
  const pressed = compared.includes(slug);
  const full = !pressed && compared.length >= MOST_COMPARED;
  const label = t('compare.add', { name: title });
  const props = {
    'aria-label': label,
    'aria-disabled': full || undefined,
    title: full ? t('compare.full') : label,
    onClick: () => {
      if (!full) toggleCompared(slug);
    },
  };
  const icon = pressed ? 'check' : 'compare';
  if (worded) {
    return (
      <ToggleAction {...props} icon={icon} pressed={pressed}>
        {t('compare.open')}
      </ToggleAction>
    );
  }
  return (
    <button
      type="button"
      {...props}
      aria-pressed={pressed}
      // Above the link that covers the card; its sign ends where the card does.
      className="group/compare relative z-10 -me-1.5 grid size-9 shrink-0 place-items-center text-ink-faint transition-colors pointer-coarse:-me-2.5 pointer-coarse:size-11 hover:text-eucalyptus aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
    >
      <span className="grid size-7 place-items-center rounded-full group-aria-pressed/compare:bg-eucalyptus group-aria-pressed/compare:text-on-eucalyptus">
        <Icon name={icon} className="size-4" />
      </span>
    </button>
  );
}
