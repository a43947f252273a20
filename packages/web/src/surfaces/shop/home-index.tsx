import { Icon } from '../../components/icon.tsx';
import type { CollectionSummary } from '../../features/catalog/use-collections.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

interface HomeIndexProps {
  readonly categories: readonly CollectionSummary[];
  readonly collections: readonly CollectionSummary[];
}

/** The assortment as the index of a book: large names on fine lines, and how much stands under each. */
export function HomeIndex({ categories, collections }: HomeIndexProps) {
  const t = useText();
  return (
    <section aria-labelledby="index" className="shell pt-24 lg:pt-40">
      <div className="grid gap-y-10 lg:grid-cols-12 lg:gap-x-8">
        <div className="lg:col-span-4">
          <h2 id="index" className="display-2 lg:sticky lg:top-32">
            {t('home.index')}
          </h2>
        </div>
        <ul className="border-t border-hairline lg:col-span-8">
          {categories.map(({ handle, title, description, productCount }) => (
            <li key={handle} className="border-b border-hairline">
              <LocalLink
                to={`/collections/${handle}`}
                className="group grid grid-cols-[1fr_auto] items-baseline gap-x-6 py-5 transition-colors hover:text-eucalyptus sm:grid-cols-[minmax(0,15rem)_1fr_auto]"
              >
                <span className="display-3">{title}</span>
                <span className="col-span-2 row-start-2 text-small text-ink-soft sm:col-span-1 sm:row-start-auto">
                  {description}
                </span>
                <span className="figures flex items-center gap-3 text-fine text-ink-faint">
                  <span aria-hidden="true">{productCount}</span>
                  <span className="sr-only">{t('list.count', { count: productCount })}</span>
                  <Icon
                    name="arrow"
                    className="size-4.5 transition-transform group-hover:translate-x-1 rtl:-scale-x-100"
                  />
                </span>
              </LocalLink>
            </li>
          ))}
        </ul>
      </div>
      {collections.length > 0 && (
        <ul className="mt-10 flex flex-wrap gap-x-8 gap-y-3 text-small lg:ms-[calc((100%+2rem)/3)]">
          {collections.map(({ handle, title }) => (
            <li key={handle}>
              <LocalLink to={`/collections/${handle}`} className="inline-link inline-block py-1">
                {title}
              </LocalLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
