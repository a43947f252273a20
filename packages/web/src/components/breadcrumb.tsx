import type { BreadcrumbList, WithContext } from 'schema-dts';
import { useText } from '../platform/i18n/text.tsx';
import { LocalLink } from '../platform/page/local-link.tsx';
import { StructuredData } from '../platform/page/structured-data.tsx';
import { useWholeAddress } from '../platform/page/whole-address.ts';

interface Step {
  readonly to: string;
  readonly label: string;
}

/** The way from the front of the shop to this page; the page itself is its last, unlinked part. */
export function Breadcrumb({ way, here }: { way: readonly Step[]; here: string }) {
  const t = useText();
  const { page } = useWholeAddress();
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
      <StructuredData data={breadcrumbData(way, here, page)} />
    </nav>
  );
}

/** The same way as search engines read it; the last part is the page itself and needs no address. */
function breadcrumbData(
  way: readonly Step[],
  here: string,
  page: (path: string) => string,
): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...way.map(
        ({ to, label }, at) => ({ '@type': 'ListItem', position: at + 1, name: label, item: page(to) }) as const,
      ),
      { '@type': 'ListItem', position: way.length + 1, name: here },
    ],
  };
}
