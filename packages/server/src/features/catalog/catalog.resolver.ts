import {
  CollectionArgs,
  CollectionsArgs,
  LocaleArgs,
  ProductsArgs,
  RelatedArgs,
  SlugArgs,
  SuggestionsArgs,
} from '@barrier/schema/catalog/product.args.ts';
import { Collection, Ingredient, Product } from '@barrier/schema/catalog/product.type.ts';
import { ProductConnection } from '@barrier/schema/catalog/product-connection.type.ts';
import { SearchSuggestions } from '@barrier/schema/catalog/search-suggestions.type.ts';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { CatalogContext } from './catalog-context.ts';
import { CollectionView } from './collection-view.ts';
import { IngredientView } from './ingredient-view.ts';
import { listProducts } from './list-products.ts';
import { localeOf } from './locale.ts';
import { ProductView } from './product-view.ts';
import { relateProducts } from './relate-products.ts';
import { suggestSearch } from './suggest-search.ts';

/** Reads of the catalogue; all are answered from memory. */
@Resolver()
export class CatalogResolver {
  @Query(() => ProductConnection, { description: 'What a market sells, filtered, searched and sorted.' })
  products(
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() { catalogue }: CatalogContext,
  ): ProductConnection | Promise<ProductConnection> {
    const searchable = args.query ? catalogue.index.whenSearchable() : null;
    return searchable ? searchable.then(() => listProducts(catalogue, args)) : listProducts(catalogue, args);
  }

  @Query(() => Product, { nullable: true, description: 'The product at an address; null if there is none.' })
  product(@Args(() => SlugArgs) args: SlugArgs, @Ctx() { catalogue }: CatalogContext): Product | null {
    const record = catalogue.product(args.slug);
    return record ? new ProductView(record, localeOf(args.language, args.market), catalogue) : null;
  }

  @Query(() => [Product], {
    description: 'Products that share concerns, category or ingredients with one; the same for every visitor.',
  })
  relatedProducts(@Args(() => RelatedArgs) args: RelatedArgs, @Ctx() { catalogue }: CatalogContext): Product[] {
    return relateProducts(catalogue, args);
  }

  @Query(() => [Collection], { description: 'The categories and collections, in the order of the shop.' })
  collections(@Args(() => CollectionsArgs) args: CollectionsArgs, @Ctx() { catalogue }: CatalogContext): Collection[] {
    const locale = localeOf(args.language, args.market);
    return catalogue
      .collections()
      .filter(({ kind }) => !args.kind || kind === args.kind)
      .map((record) => new CollectionView(record, locale, catalogue));
  }

  @Query(() => Collection, {
    nullable: true,
    description: 'The category or collection at an address; null if there is none.',
  })
  collection(
    @Args(() => CollectionArgs) args: CollectionArgs,
    @Ctx() { catalogue }: CatalogContext,
  ): Collection | null {
    const record = catalogue.collection(args.handle);
    return record ? new CollectionView(record, localeOf(args.language, args.market), catalogue) : null;
  }

  @Query(() => [Ingredient], { description: 'Every ingredient of the catalogue, with its explanation.' })
  ingredients(@Args(() => LocaleArgs) args: LocaleArgs, @Ctx() { catalogue }: CatalogContext): Ingredient[] {
    const locale = localeOf(args.language, args.market);
    return catalogue.ingredients().map((record) => new IngredientView(record, locale, catalogue));
  }

  @Query(() => Ingredient, { nullable: true, description: 'The ingredient at an address; null if there is none.' })
  ingredient(@Args(() => SlugArgs) args: SlugArgs, @Ctx() { catalogue }: CatalogContext): Ingredient | null {
    const record = catalogue.ingredient(args.slug);
    return record ? new IngredientView(record, localeOf(args.language, args.market), catalogue) : null;
  }

  @Query(() => SearchSuggestions, { description: 'What a search field offers while somebody types.' })
  searchSuggestions(
    @Args(() => SuggestionsArgs) args: SuggestionsArgs,
    @Ctx() { catalogue }: CatalogContext,
  ): SearchSuggestions | Promise<SearchSuggestions> {
    const searchable = catalogue.index.whenSearchable();
    return searchable ? searchable.then(() => suggestSearch(catalogue, args)) : suggestSearch(catalogue, args);
  }
}
