import type { ReactNode } from 'react';
import type { IngredientQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { AVOID_REASONS, FUNCTIONS, ORIGINS } from './vocabulary-names.ts';

type Ingredient = NonNullable<IngredientQuery['ingredient']>;

/** What an ingredient does, what it is called on the pack, its part in a formula and where it comes from. */
export function IngredientFacts({ ingredient }: { ingredient: Ingredient }) {
  const t = useText();
  const { explanation, inci, functions, origin } = ingredient;
  return (
    <section aria-labelledby="about" className="grid gap-x-8 gap-y-8 border-t border-ink pt-8 lg:grid-cols-12">
      <h2 id="about" className="display-3 lg:col-span-3">
        {t('ingredient.about')}
      </h2>
      <p className="max-w-prose text-lead lg:col-span-5 lg:pe-8">{explanation}</p>
      <dl className="border-t border-hairline text-small lg:col-span-4">
        <Fact name={t('ingredient.inci')}>
          <span translate="no">{inci}</span>
        </Fact>
        {functions.length > 0 && (
          <Fact name={t('ingredient.functions')}>{functions.map((name) => t(FUNCTIONS[name])).join(' · ')}</Fact>
        )}
        {origin !== null && <Fact name={t('ingredient.origin')}>{t(ORIGINS[origin])}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)] gap-4 border-b border-hairline py-3">
      <dt className="text-ink-faint">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** What an ingredient should not meet in one routine: each reason once, with all that it holds for. */
export function IngredientApart({ ingredient: { avoids } }: { ingredient: Ingredient }) {
  const t = useText();
  const reasons = [...new Set(avoids.map(({ reason }) => reason))];
  return (
    <section
      aria-labelledby="apart"
      className="mt-16 grid gap-x-8 gap-y-6 border-t border-hairline pt-8 lg:mt-20 lg:grid-cols-12"
    >
      <h2 id="apart" className="display-3 lg:col-span-3">
        {t('ingredient.apart')}
      </h2>
      <div className="flex flex-col gap-5 lg:col-span-9">
        <p className="max-w-prose text-ink-soft">
          {avoids.length === 0 ? t('ingredient.apartNone') : t('ingredient.apartLead')}
        </p>
        {avoids.length > 0 && (
          <ul className="border-t border-hairline">
            {reasons.map((reason) => (
              <li
                key={reason}
                className="grid gap-x-8 gap-y-5 border-b border-hairline py-6 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
              >
                <p className="text-small text-ink-soft">{t(AVOID_REASONS[reason])}</p>
                <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
                  {avoids
                    .filter((avoided) => avoided.reason === reason)
                    .map(({ slug, inci, commonName }) => (
                      <li key={slug}>
                        <LocalLink to={`/ingredients/${slug}`} className="block">
                          <span className="inline-link">{commonName}</span>
                          <span translate="no" className="block text-fine text-ink-faint">
                            {inci}
                          </span>
                        </LocalLink>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
