import { useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { byLetter, type IndexedIngredient, ingredientsNamed } from './ingredient-index-state.ts';

/** The most letters of a name that are looked for. */
const LONGEST_NAME = 80;

/** The part of a search for ingredients that stands in the address. */
function typedName(search: URLSearchParams): string {
  return (search.get('q') ?? '').slice(0, LONGEST_NAME);
}

/** Every ingredient from A to Z, and a field that leaves those that are called so; what is typed stands in the address. */
export function IngredientIndex({ ingredients }: { ingredients: readonly IndexedIngredient[] }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const typed = typedName(search);
  const found = ingredientsNamed(ingredients, typed);
  const groups = byLetter(found);
  const type = (text: string) => {
    const next = new URLSearchParams(search);
    if (text === '') next.delete('q');
    else next.set('q', text);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="flex flex-col gap-10">
      <search className="grid items-end gap-x-10 gap-y-6 lg:grid-cols-12">
        <div className="lg:col-span-4">
          <TextField
            type="search"
            name="q"
            label={t('ingredients.find')}
            unmarked
            value={typed}
            onChange={type}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
        </div>
        <p role="status" className="figures pb-3 text-small text-ink-soft lg:col-span-3">
          {t('ingredients.found', { count: found.length })}
        </p>
      </search>
      <nav aria-label={t('ingredients.letters')}>
        <ul className="flex flex-wrap gap-x-1 gap-y-1 border-y border-hairline py-3">
          {groups.map(({ letter }) => (
            <li key={letter}>
              <a
                href={`#letter-${letter === '#' ? '0' : letter}`}
                className="inline-grid size-9 place-items-center rounded-soft text-small transition-colors pointer-coarse:size-11 hover:bg-eucalyptus-wash hover:text-eucalyptus"
              >
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {found.length === 0 && (
        <EmptyState plain title={t('ingredients.nothing', { query: typed })}>
          <p>{t('ingredients.nothingBody')}</p>
        </EmptyState>
      )}
      {groups.map(({ letter, ingredients: members }) => (
        <section
          key={letter}
          aria-labelledby={`letter-${letter === '#' ? '0' : letter}`}
          className="grid gap-x-8 gap-y-4 border-b border-hairline pb-10 lg:grid-cols-12"
        >
          <h2
            id={`letter-${letter === '#' ? '0' : letter}`}
            tabIndex={-1}
            className="display-3 scroll-mt-28 outline-none lg:col-span-2"
          >
            {letter}
          </h2>
          <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:col-span-10 xl:grid-cols-3">
            {members.map((ingredient) => (
              <IndexEntry key={ingredient.slug} ingredient={ingredient} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function IndexEntry({ ingredient: { slug, inci, commonName, productCount } }: { ingredient: IndexedIngredient }) {
  const t = useText();
  return (
    <li>
      <LocalLink to={`/ingredients/${slug}`} className="group block py-2">
        <span translate="no" className="block break-words transition-colors group-hover:text-eucalyptus">
          {inci}
        </span>
        <span className="figures block text-fine text-ink-faint">
          {commonName !== inci && `${commonName} · `}
          {t('list.count', { count: productCount })}
        </span>
      </LocalLink>
    </li>
  );
}
