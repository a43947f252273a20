import type { ProductsArgs } from '@barrier/schema/catalog/product.args.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { findProducts } from './find-products.ts';
import { localeOf } from './locale.ts';
import { ProductPageView } from './product-page-view.ts';

/**
 * A page of the products that a market sells, filtered, searched and sorted.
 * @throws {PublicError} BAD_USER_INPUT as `findProducts` does.
 */
export function listProducts(catalogue: CatalogueSnapshot, args: ProductsArgs): ProductPageView {
  const locale = localeOf(args.language, args.market);
  return new ProductPageView(findProducts(catalogue.index, locale, args), locale, catalogue);
}
