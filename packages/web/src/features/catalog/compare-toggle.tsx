import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icon.tsx';
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
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      aria-disabled={full || undefined}
      title={full ? t('compare.full') : label}
      onClick={() => {
        if (!full) toggleCompared(slug);
      }}
      className={classNames(
        'inline-flex items-center justify-center gap-2 rounded-full text-small transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
        worded ? 'min-h-9 self-start pe-3' : 'size-9 pointer-coarse:size-11',
        pressed
          ? 'bg-eucalyptus text-on-eucalyptus'
          : worded
            ? 'hover:text-eucalyptus'
            : 'bg-raised/92 hover:text-eucalyptus',
        worded && pressed && 'ps-3',
      )}
    >
      <Icon name={pressed ? 'check' : 'compare'} className="size-4.5" />
      {worded && t('compare.open')}
    </button>
  );
}
