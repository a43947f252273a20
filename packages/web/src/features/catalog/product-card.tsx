import { useState } from 'react';
import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { ProductCardPartsFragment } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { FavouriteButton } from '../on-device/favourite-button.tsx';
import { CompareToggle } from './compare-toggle.tsx';

/** A product in a list. */
export type CardProduct = ProductCardPartsFragment;

interface ProductCardProps {
  readonly product: CardProduct;
  /** Whether it is among the first to be seen. */
  readonly leading?: 'first' | 'early' | undefined;
  /** The level of its name in the page's outline. */
  readonly level?: 2 | 3;
}

/** Two beside each other in small windows, four in large ones. */
const SIZES = '(min-width: 64rem) 22vw, (min-width: 40rem) 30vw, 46vw';

/** A product in a list: picture, name, what it is, price. The whole card leads to it, its name is the link. */
export function ProductCard({ product, leading, level = 3 }: ProductCardProps) {
  const t = useText();
  const [picture, second] = product.pictures;
  const [pointed, setPointed] = useState(false);
  const Heading = `h${level}` as const;
  const soldOut = product.stock === 'OUT_OF_STOCK';
  const reduced = product.variants.find(({ compareAtPrice }) => compareAtPrice !== null);
  const prices = new Set(product.variants.flatMap(({ price }) => (price ? [price.amount] : [])));
  return (
    <article
      className="group relative flex flex-col"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(true)}
    >
      <div className="relative aspect-4/5 overflow-hidden rounded-soft bg-sunken">
        {picture && <Picture picture={picture} sizes={SIZES} leading={leading} decorative className="h-full" />}
        {/* Fetched at the first pointing only; where nothing can be pointed with it is never fetched. */}
        {second && pointed && (
          <div className="absolute inset-0 opacity-0 transition-opacity duration-500 group-hover:opacity-100">
            <Picture picture={second} sizes={SIZES} decorative className="h-full" />
          </div>
        )}
        <FavouriteButton product={product} />
        {soldOut && (
          <span className="absolute start-3 top-3 rounded-full bg-raised/92 px-3 py-1 text-fine text-ink-soft">
            {t('stock.out')}
          </span>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-1 pt-4">
        <Heading className="display-4 max-sm:text-[1.0625rem]">
          <LocalLink
            to={`/products/${product.slug}`}
            className="after:absolute after:inset-0 group-hover:text-eucalyptus transition-colors"
          >
            {product.title}
          </LocalLink>
        </Heading>
        {product.subtitle !== null && <p className="text-small text-ink-soft">{product.subtitle}</p>}
        <div className="mt-auto flex items-center justify-between gap-2 pt-1">
          <p className="text-small">
            {product.priceFrom === null ? (
              <span className="text-ink-faint">{t('price.none')}</span>
            ) : (
              <Price money={product.priceFrom} before={reduced?.compareAtPrice ?? null} from={prices.size > 1} />
            )}
          </p>
          <CompareToggle product={product} />
        </div>
      </div>
    </article>
  );
}

/** Holds the place of a card. */
export function ProductCardSkeleton() {
  return (
    <div>
      <Skeleton className="aspect-4/5" />
      <Skeleton className="mt-4 h-6 w-3/4" />
      <Skeleton className="mt-2 h-5 w-full" />
      <Skeleton className="mt-3 h-5 w-16" />
    </div>
  );
}
