import { type CardProduct, ProductCard, ProductCardSkeleton } from './product-card.tsx';

interface ProductGridProps {
  /** Null while they are on their way. */
  readonly products: readonly CardProduct[] | null;
  /** How many places to hold while they are. */
  readonly expected?: number;
  /** How many of them are seen without scrolling, and so fetched first. */
  readonly leading?: number;
  readonly columns?: 'three' | 'four';
  readonly level?: 2 | 3;
}

const COLUMNS = {
  three: 'grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-3 lg:gap-x-8 lg:gap-y-14',
  four: 'grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-14',
} as const;

/** Products side by side. */
export function ProductGrid({ products, expected = 8, leading = 0, columns = 'four', level = 3 }: ProductGridProps) {
  return (
    <ul className={`grid ${COLUMNS[columns]}`} aria-busy={products === null || undefined}>
      {products === null
        ? Array.from({ length: expected }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places are alike and never change their order.
            <li key={place}>
              <ProductCardSkeleton />
            </li>
          ))
        : products.map((product, place) => (
            <li key={product.id} className="flex flex-col [&>article]:flex-1">
              <ProductCard
                product={product}
                leading={place >= leading ? undefined : place === 0 ? 'first' : 'early'}
                level={level}
              />
            </li>
          ))}
    </ul>
  );
}
