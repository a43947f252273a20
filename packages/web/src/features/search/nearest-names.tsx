import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

interface NearestNamesProps {
  readonly names: readonly string[];
  readonly onVisit?: () => void;
}

/** Names that are written much like what found nothing, each as a search of its own. */
export function NearestNames({ names, onVisit }: NearestNamesProps) {
  const t = useText();
  if (names.length === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2 text-small">
      <p className="text-ink-faint">{t('search.nearest')}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 pointer-coarse:gap-y-4">
        {names.map((name) => (
          <li key={name}>
            <LocalLink
              to={`/search?q=${encodeURIComponent(name)}`}
              onClick={onVisit}
              className="inline-link touch-target inline-block py-1 text-ink"
            >
              {name}
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
