import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { FUNCTIONS } from './vocabulary-names.ts';

type Ingredient = NonNullable<ProductQuery['product']>['ingredients'][number];

/** The ingredient to begin with: the first that does more than dissolve the others. */
function firstOf(ingredients: readonly Ingredient[]): Ingredient | null {
  return ingredients.find(({ functions }) => !functions.includes('SOLVENT')) ?? ingredients[0] ?? null;
}

/** The list as it stands on the pack, in which each name says what it does. */
export function IngredientReader({ ingredients }: { ingredients: readonly Ingredient[] }) {
  const t = useText();
  const [slug, setSlug] = useState<string | null>(null);
  const read = ingredients.find((ingredient) => ingredient.slug === slug) ?? firstOf(ingredients);
  if (!read) return null;
  return (
    <section aria-labelledby="ingredients" className="shell pt-24 lg:pt-36">
      <div className="grid gap-x-8 gap-y-8 border-t border-ink pt-8 lg:grid-cols-12">
        <div className="flex flex-col gap-3 lg:col-span-3">
          <h2 id="ingredients" className="display-3">
            {t('ingredients.title')}
          </h2>
          <p className="max-w-sm text-small text-ink-soft">{t('ingredients.lead')}</p>
          <LocalLink to="/ingredients" className="inline-link self-start py-1 text-small">
            {t('ingredients.all')}
          </LocalLink>
        </div>
        {/* Around list and reader, so that the reader at the foot of a small window never covers the heading. */}
        <div className="flex flex-col gap-8 lg:contents">
          <ul className="lg:col-span-5">
            {ingredients.map((ingredient, place) => (
              <li key={ingredient.slug} className="inline">
                <button
                  type="button"
                  aria-pressed={ingredient === read}
                  aria-controls="ingredient"
                  onClick={() => setSlug(ingredient.slug)}
                  className={classNames(
                    'inline-link display-4 text-start leading-[1.9]! [text-decoration-style:dotted]',
                    ingredient === read ? 'text-eucalyptus decoration-solid' : 'text-ink',
                  )}
                  translate="no"
                >
                  {ingredient.inci}
                  {/* Within the name, or it could begin a line; a block of its own, or it would be underlined. */}
                  {place < ingredients.length - 1 && (
                    <span aria-hidden="true" className="inline-block text-ink">
                      ,
                    </span>
                  )}
                </button>{' '}
              </li>
            ))}
          </ul>
          <div
            id="ingredient"
            aria-live="polite"
            className="sticky bottom-0 -mx-[clamp(1.25rem,4.2vw,4.5rem)] self-start border-t border-hairline bg-raised px-[clamp(1.25rem,4.2vw,4.5rem)] py-6 sm:mx-0 sm:rounded-soft sm:border sm:px-7 lg:top-28 lg:bottom-auto lg:col-span-4 lg:py-8"
          >
            <p className="mb-1 text-fine text-ink-faint">
              {read.functions.map((name) => t(FUNCTIONS[name])).join(' · ')}
            </p>
            <p className="display-4 mb-3">{read.commonName}</p>
            <p className="text-small text-ink-soft">{read.explanation}</p>
            <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-small">
              <LocalLink to={`/ingredients/${read.slug}`} className="inline-link inline-block py-1">
                {t('ingredients.readMore', { name: read.commonName })}
              </LocalLink>
              <LocalLink to={`/shop?ingredient=${read.slug}`} className="inline-link inline-block py-1">
                {t('ingredients.alsoIn')}
              </LocalLink>
            </p>
          </div>
        </div>
      </div>
    </section>
  );
}
