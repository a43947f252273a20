import type { ReactNode } from 'react';
import { Price } from '../../components/price.tsx';
import type { MoneyValue } from '../../platform/i18n/format.ts';
import { htmlLanguage, type Language } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink, PrefetchContext } from '../../platform/page/local-link.tsx';
import type { KeptProduct } from './device-data.ts';
import { KeptPicture } from './kept-picture.tsx';

/** What is kept on the device is not fetched ahead: passing over the links would tell what they lead to. */
export function WithoutPrefetch({ children }: { children: ReactNode }) {
  return <PrefetchContext value={nothing}>{children}</PrefetchContext>;
}

const nothing = () => {};

interface KeptTilesProps {
  readonly products: readonly KeptProduct[];
  readonly level?: 2 | 3;
  /** What can be done with each. */
  readonly children?: (product: KeptProduct) => ReactNode;
}

/** Products that are kept on the device, side by side. */
export function KeptTiles({ products, level, children }: KeptTilesProps) {
  return (
    <WithoutPrefetch>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-14">
        {products.map((product) => (
          <li key={product.slug} className="flex flex-col">
            <ProductTile product={product} level={level} picture={<KeptPicture slug={product.slug} />}>
              {children?.(product)}
            </ProductTile>
          </li>
        ))}
      </ul>
    </WithoutPrefetch>
  );
}

interface ProductTileProps {
  readonly product: {
    readonly slug: string;
    readonly title: string;
    readonly subtitle: string | null;
    readonly price: MoneyValue | null;
    readonly language: Language;
  };
  readonly picture: ReactNode;
  /** The level of its name in the page's outline. */
  readonly level?: 2 | 3 | undefined;
  readonly children?: ReactNode;
}

/** A product with a picture that is there already. */
export function ProductTile({
  product: { slug, title, subtitle, price, language },
  picture,
  level = 3,
  children,
}: ProductTileProps) {
  const Heading = `h${level}` as const;
  const locale = useLocale();
  // What was kept in one language is read in another.
  const lang = language === locale.language ? undefined : htmlLanguage(language);
  return (
    <article className="flex flex-1 flex-col gap-1">
      <div className="group relative flex flex-1 flex-col gap-1">
        {picture}
        <Heading className="display-4 pt-3 max-sm:text-[1.0625rem]" lang={lang}>
          <LocalLink
            to={`/products/${slug}`}
            className="transition-colors after:absolute after:inset-0 group-hover:text-eucalyptus"
          >
            {title}
          </LocalLink>
        </Heading>
        {subtitle !== null && (
          <p className="text-small text-ink-soft" lang={lang}>
            {subtitle}
          </p>
        )}
        {price && (
          <p className="mt-auto pt-2 text-small">
            <Price money={price} />
          </p>
        )}
      </div>
      {children}
    </article>
  );
}
