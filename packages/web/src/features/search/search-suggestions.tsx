import type { ReactNode } from 'react';
import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import type { SuggestionsQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { SearchStart } from './search-start.tsx';

interface SearchSuggestionsProps {
  readonly query: string;
  /** Null before anything was looked up. */
  readonly found: SuggestionsQuery['searchSuggestions'] | null;
  readonly failed: boolean;
  readonly onVisit: () => void;
}

/** What was found so far, by kind, as links. */
export function SearchSuggestions({ query, found, failed, onVisit }: SearchSuggestionsProps) {
  const t = useText();
  if (failed) return <p className="text-small text-clay">{t('error.connection')}</p>;
  if (found === null) {
    return (
      <>
        <p className="text-small text-ink-faint">{t('search.hint')}</p>
        <SearchStart onVisit={onVisit} />
      </>
    );
  }
  const count = found.products.length + found.ingredients.length + found.collections.length;
  const search = `/search?q=${encodeURIComponent(query)}`;
  return (
    <>
      <p role="status" className="sr-only">
        {t('search.suggestionCount', { count })}
      </p>
      {count === 0 && (
        <>
          <p className="text-small text-ink-soft">{t('search.nothing', { query })}</p>
          <SearchStart onVisit={onVisit} />
        </>
      )}
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-12">
        {found.products.length > 0 && (
          <Group title={t('search.products')} className="lg:col-span-7">
            {found.products.map((product) => (
              <li key={product.id}>
                <LocalLink
                  to={`/products/${product.slug}`}
                  onClick={onVisit}
                  className="group flex items-center gap-4 py-2"
                >
                  <span className="w-12 shrink-0 overflow-hidden rounded-soft">
                    {product.pictures[0] && <Picture picture={product.pictures[0]} decorative />}
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="block display-4 text-[1.0625rem] group-hover:text-eucalyptus">
                      {product.title}
                    </span>
                    <span className="line-clamp-2 text-fine text-ink-faint">{product.subtitle}</span>
                  </span>
                  {product.priceFrom && <Price money={product.priceFrom} className="text-small" />}
                </LocalLink>
              </li>
            ))}
          </Group>
        )}
        <div className="flex flex-col gap-8 lg:col-span-4 lg:col-start-9">
          {found.collections.length > 0 && (
            <Group title={t('search.collections')}>
              {found.collections.map(({ handle, title }) => (
                <Line key={handle} to={`/collections/${handle}`} onVisit={onVisit}>
                  {title}
                </Line>
              ))}
            </Group>
          )}
          {found.ingredients.length > 0 && (
            <Group title={t('search.ingredients')}>
              {found.ingredients.map(({ slug, commonName }) => (
                <Line key={slug} to={`/ingredients/${slug}`} onVisit={onVisit}>
                  {commonName}
                </Line>
              ))}
            </Group>
          )}
        </div>
      </div>
      {count > 0 && (
        <LocalLink to={search} onClick={onVisit} className="inline-link mt-8 inline-block py-1 text-small">
          {t('search.all', { query })}
        </LocalLink>
      )}
    </>
  );
}

function Group({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section className={className}>
      <h2 className="mb-2 text-fine text-ink-faint">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Line({ to, onVisit, children }: { to: string; onVisit: () => void; children: string }) {
  return (
    <li>
      <LocalLink to={to} onClick={onVisit} className="inline-block py-1.5 transition-colors hover:text-eucalyptus">
        {children}
      </LocalLink>
    </li>
  );
}
