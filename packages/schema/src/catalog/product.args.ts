import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { Language, Market } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { CollectionKind, Concern, FreeFrom, ProductSort, SkinType, Texture } from './vocabulary.ts';

const NOT_TIED = 'What is looked for is never tied to a person or stored with one (P2.3).';

/** The language and market that texts and prices are answered in. */
@ArgsType()
export class LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;

  @NonPersonal(NOT_TIED)
  @Field(() => Market, { defaultValue: Market.EU, description: 'The market whose prices are answered.' })
  market: Market = Market.EU;
}

/** Narrows a list: within a field any value may match, across fields all must. */
@InputType({ description: 'Narrows a list. Within a field any value may match, across fields all must.' })
@NonPersonal(NOT_TIED)
export class ProductFilter {
  @Field(() => [String], { nullable: true, description: 'Category handles.' })
  category?: string[];

  @Field(() => [String], { nullable: true, description: 'Collection handles.' })
  collection?: string[];

  @Field(() => [SkinType], { nullable: true, description: 'Skin types it suits.' })
  skinType?: SkinType[];

  @Field(() => [Concern], { nullable: true, description: 'What it is chosen for.' })
  concern?: Concern[];

  @Field(() => [String], { nullable: true, description: 'Ingredient slugs.' })
  ingredient?: string[];

  @Field(() => [FreeFrom], { nullable: true, description: 'What it does without.' })
  freeFrom?: FreeFrom[];

  @Field(() => [Texture], { nullable: true, description: 'How it feels.' })
  texture?: Texture[];

  @Field(() => [String], { nullable: true, description: 'Brands.' })
  vendor?: string[];

  @Field(() => [String], { nullable: true, description: 'Sizes, as the facet answers them.' })
  size?: string[];

  @Field(() => Int, { nullable: true, description: 'Lowest price in minor units, of the variant that costs least.' })
  priceMin?: number;

  @Field(() => Int, { nullable: true, description: 'Highest price in minor units, of the variant that costs least.' })
  priceMax?: number;

  @Field(() => Boolean, { nullable: true, description: 'Only what can be bought now.' })
  inStock?: boolean;
}

/** What `product` and `ingredient` take. */
@ArgsType()
export class SlugArgs extends LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => String, { description: 'The part of the address that names it.' })
  slug!: string;
}

/** What `collection` takes. */
@ArgsType()
export class CollectionArgs extends LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => String, { description: 'The part of the address that names it.' })
  handle!: string;
}

/** What `collections` takes. */
@ArgsType()
export class CollectionsArgs extends LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => CollectionKind, { nullable: true, description: 'Only categories, or only editorial collections.' })
  kind?: CollectionKind;
}

/** What `relatedProducts` takes. */
@ArgsType()
export class RelatedArgs extends SlugArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => Int, { defaultValue: 4, description: 'How many, 1 to 12.' })
  first = 4;
}

/** What `searchSuggestions` takes. */
@ArgsType()
export class SuggestionsArgs extends LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => String, { description: 'What has been typed so far.' })
  query!: string;

  @NonPersonal(NOT_TIED)
  @Field(() => Int, { defaultValue: 5, description: 'How many of each kind, 1 to 10.' })
  first = 5;
}

/** What `products` takes. */
@ArgsType()
export class ProductsArgs extends LocaleArgs {
  @NonPersonal(NOT_TIED)
  @Field(() => String, {
    nullable: true,
    description: 'Words to search for; prefixes and typing errors are understood.',
  })
  query?: string;

  @NonPersonal(NOT_TIED)
  @Field(() => ProductFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: ProductFilter;

  @NonPersonal(NOT_TIED)
  @Field(() => ProductSort, { nullable: true, description: 'Order; relevance by default.' })
  sort?: ProductSort;

  @NonPersonal(NOT_TIED)
  @Field(() => Int, { defaultValue: 24, description: 'How many, 1 to 100.' })
  first = 24;

  @NonPersonal(NOT_TIED)
  @Field(() => String, { nullable: true, description: 'The cursor to go on from.' })
  after?: string;
}
