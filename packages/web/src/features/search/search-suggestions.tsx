import { type ReactNode, useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { NearestNames } from './nearest-names.tsx';
import { SearchStart } from './search-start.tsx';
import { type Found, LIST_ID, optionOf, type SuggestionOption } from './suggestion-options.ts';

interface SearchSuggestionsProps {
  readonly query: string;
  /** Null before anything was looked up. */
  readonly found: Found | null;
  readonly failed: boolean;
  /** The suggestion that the arrow keys have come to. */
  readonly active: string | null;
  readonly onVisit: () => void;
}

/** What was found so far, by kind: links that are the options of the field above (ARIA APG, combobox with a list). */
export function SearchSuggestions({ query, found, failed, active, onVisit }: SearchSuggestionsProps) {
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
          <p className="mb-4 text-small text-ink-soft">{t('search.nothing', { query })}</p>
          <NearestNames names={found.nearest} onVisit={onVisit} />
          <SearchStart onVisit={onVisit} />
        </>
      )}
      <div
        id={LIST_ID}
        role="listbox"
        aria-label={t('search.suggestions')}
        hidden={count === 0}
        className="grid grid-cols-1 gap-10 lg:grid-cols-12 [&[hidden]]:hidden"
      >
        {found.products.length > 0 && (
          <Group title={t('search.products')} className="lg:col-span-7">
            {found.products.map((product) => (
              <Option
                key={product.id}
                option={optionOf.product(product)}
                active={active}
                onVisit={onVisit}
                className="group flex items-center gap-4 py-2"
              >
                <span className="w-12 shrink-0 overflow-hidden rounded-soft">
                  {product.pictures[0] && <Picture picture={product.pictures[0]} sizes="3rem" decorative />}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block display-4 text-[1.0625rem] group-hover:text-eucalyptus">{product.title}</span>
                  <span className="line-clamp-2 text-fine text-ink-faint">{product.subtitle}</span>
                </span>
                {product.priceFrom && <Price money={product.priceFrom} className="text-small" />}
              </Option>
            ))}
          </Group>
        )}
        <div className="flex flex-col gap-8 lg:col-span-4 lg:col-start-9">
          {found.collections.length > 0 && (
            <Group title={t('search.collections')}>
              {found.collections.map((collection) => (
                <Option
                  key={collection.handle}
                  option={optionOf.collection(collection)}
                  active={active}
                  onVisit={onVisit}
                  className="block py-1.5"
                >
                  {collection.title}
                </Option>
              ))}
            </Group>
          )}
          {found.ingredients.length > 0 && (
            <Group title={t('search.ingredients')}>
              {found.ingredients.map((ingredient) => (
                <Option
                  key={ingredient.slug}
                  option={optionOf.ingredient(ingredient)}
                  active={active}
                  onVisit={onVisit}
                  className="block py-1.5"
                >
                  {ingredient.commonName}
                </Option>
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
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
    <div role="group" aria-labelledby={id} className={className}>
      <p id={id} role="presentation" className="mb-2 text-fine text-ink-faint">
        {title}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly option: SuggestionOption;
  readonly active: string | null;
  readonly onVisit: () => void;
  readonly className: string;
  readonly children: ReactNode;
}

/** The arrow keys go through the options while the focus stays in the field; to a pointer each is a link. */
function Option({ option: { id, to }, active, onVisit, className, children }: OptionProps) {
  const selected = id === active;
  return (
    <LocalLink
      id={id}
      to={to}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onClick={onVisit}
      className={classNames(
        '-mx-3 rounded-soft px-3 transition-colors hover:text-eucalyptus',
        selected && 'text-eucalyptus outline-2 -outline-offset-2 outline-eucalyptus',
        className,
      )}
    >
      {children}
    </LocalLink>
  );
}
