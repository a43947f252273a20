import { useText } from '../platform/i18n/text.tsx';
import { LocalLink } from '../platform/page/local-link.tsx';

/** The way from the front of the shop to this page; the page itself is its last, unlinked part. */
export function Breadcrumb({ way, here }: { way: readonly { to: string; label: string }[]; here: string }) {
  const t = useText();
  return (
    <nav aria-label={t('nav.breadcrumb')} className="text-fine text-ink-faint">
      <ol className="flex flex-wrap gap-x-2">
        {way.map(({ to, label }) => (
          <li key={to} className="flex gap-2">
            <LocalLink to={to} className="touch-target inline-block min-h-6 py-0.5 transition-colors hover:text-ink">
              {label}
            </LocalLink>
            <span aria-hidden="true" className="py-0.5">
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="py-0.5 text-ink-soft">
          {here}
        </li>
      </ol>
    </nav>
  );
}
