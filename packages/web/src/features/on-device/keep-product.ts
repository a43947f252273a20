import type { IngredientFunction, ProductQuery, Texture, UseTime } from '../../generated/graphql.ts';
import type { MoneyValue } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/locale/language.ts';
import type { KeptDetails, KeptProduct } from './device-data.ts';

/** What a list tells of a product. */
export interface ListedProduct {
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly priceFrom: MoneyValue | null;
}

/** What its page, or a list to be ranked, tells besides. */
export interface DetailedProduct {
  readonly category: { readonly handle: string; readonly title: string } | null;
  readonly texture: Texture | null;
  readonly useTimes: readonly UseTime[];
  readonly periodAfterOpeningMonths: number | null;
  readonly ingredients: readonly {
    readonly slug: string;
    readonly commonName: string;
    readonly explanation: string;
    readonly functions: readonly IngredientFunction[];
    readonly avoidWith: readonly string[];
  }[];
}

/** A product as it is now, to be kept on the device. */
export function keepProduct(
  product: ListedProduct & Partial<DetailedProduct>,
  language: Language,
  today: string,
): KeptProduct {
  const { slug, title, subtitle, priceFrom } = product;
  return {
    slug,
    title,
    subtitle: subtitle || null,
    language,
    price: priceFrom && { amount: priceFrom.amount, currency: priceFrom.currency },
    keptOn: today,
    details: isDetailed(product) ? detailsOf(product) : null,
  };
}

/** The lowest price of a product page, as a list would tell it. */
export function listed(product: NonNullable<ProductQuery['product']>): ListedProduct & DetailedProduct {
  const prices = product.variants.flatMap(({ price }) => price ?? []);
  const priceFrom = prices.reduce<MoneyValue | null>(
    (least, price) => (least === null || price.amount < least.amount ? price : least),
    null,
  );
  return { ...product, priceFrom };
}

/** The newer of two snapshots, with what only the older one knows. */
export function renewed(before: KeptProduct | undefined, now: KeptProduct): KeptProduct {
  return now.details || !before ? now : { ...now, details: before.details };
}

function isDetailed(product: Partial<DetailedProduct>): product is DetailedProduct {
  return product.ingredients !== undefined;
}

function detailsOf(product: DetailedProduct): KeptDetails {
  const does = (wanted: IngredientFunction) => product.ingredients.some(({ functions }) => functions.includes(wanted));
  return {
    category: product.category && { handle: product.category.handle, title: product.category.title },
    texture: product.texture,
    useTimes: [...product.useTimes],
    periodAfterOpeningMonths: product.periodAfterOpeningMonths,
    filtersUv: does('UV_FILTER'),
    // Far down the list an acid only sets how acid the formula is.
    exfoliates: product.ingredients
      .slice(0, Math.ceil(product.ingredients.length / 2))
      .some(({ functions }) => functions.includes('EXFOLIANT')),
    ingredients: product.ingredients.map(({ slug, commonName, explanation, functions, avoidWith }) => ({
      slug,
      name: commonName,
      avoidWith: [...avoidWith],
      explanation: (avoidWith.length > 0 && explanation) || null,
      setsPh: functions.includes('PH_ADJUSTER'),
    })),
  };
}
