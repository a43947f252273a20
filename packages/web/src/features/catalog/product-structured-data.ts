import type { ItemAvailability, Offer, Product, ProductGroup, WithContext } from 'schema-dts';
import type { ProductQuery, StockState } from '../../generated/graphql.ts';
import { decimalAmount } from '../../platform/i18n/format.ts';

type CatalogProduct = NonNullable<ProductQuery['product']>;
type CatalogVariant = CatalogProduct['variants'][number];

/** Where things are found, as whole addresses. */
export interface ProductAddresses {
  readonly page: string;
  readonly pictures: readonly string[];
  /** Names the shop's entry as an organisation. */
  readonly seller: string;
}

const AVAILABILITY: Readonly<Record<StockState, ItemAvailability>> = {
  IN_STOCK: 'https://schema.org/InStock',
  LOW: 'https://schema.org/LimitedAvailability',
  OUT_OF_STOCK: 'https://schema.org/OutOfStock',
};

/** A GTIN has 8, 12, 13 or 14 digits; a barcode of another kind is of this house only. */
const GTIN = /^(?:\d{8}|\d{12,14})$/;

/** A product as search engines read it: one with what it costs, or several sizes or shades of one as a group. */
export function productStructuredData(
  product: CatalogProduct,
  addresses: ProductAddresses,
): WithContext<Product> | WithContext<ProductGroup> {
  const common = {
    '@id': `${addresses.page}#product`,
    name: product.title,
    ...(product.subtitle ? { description: product.subtitle } : {}),
    url: addresses.page,
    image: [...addresses.pictures],
    brand: { '@type': 'Brand', name: product.vendor },
    ...(product.category ? { category: product.category.title } : {}),
  } as const;
  const [first, ...others] = product.variants;
  if (first && others.length === 0) {
    return { '@context': 'https://schema.org', '@type': 'Product', ...common, ...sold(first, addresses) };
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    ...common,
    productGroupID: product.slug,
    hasVariant: product.variants.map((variant) => ({
      '@type': 'Product',
      name: `${product.title}, ${variant.title}`,
      ...(addresses.pictures[0] ? { image: addresses.pictures[0] } : {}),
      ...sold(variant, addresses),
    })),
  };
}

/** What tells a variant from others, and what it costs where it is sold. */
function sold(variant: CatalogVariant, { page, seller }: ProductAddresses) {
  const { price, stock, sku, barcode } = variant;
  const offer: Offer | null = price && {
    '@type': 'Offer',
    url: page,
    price: decimalAmount(price),
    priceCurrency: price.currency,
    availability: AVAILABILITY[stock],
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@id': seller },
  };
  return {
    ...(sku ? { sku } : {}),
    ...(barcode && GTIN.test(barcode) ? { gtin: barcode } : {}),
    ...(variant.options.length > 0 ? { size: variant.title } : {}),
    ...(offer ? { offers: offer } : {}),
  };
}
