import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Product } from './product.type.ts';
import { FacetKey } from './vocabulary.ts';

const LISTING = 'It describes a list of goods.';

/** Where a page of a list stands in the whole (Relay). */
@ObjectType({ simpleResolvers: true, description: 'Where a page of a list stands in the whole (Relay).' })
@NonPersonal('Cursors are positions in a list.')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether any come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last.' })
  endCursor!: string | null;
}

/** A value of a facet with the number of products it would leave. */
@ObjectType({ simpleResolvers: true, description: 'A value of a facet, and how many products have it.' })
@NonPersonal(LISTING)
export class FacetValue {
  @Field(() => String, {
    description: 'The value to put in the filter; of PRICE `from-to` in minor units, the last one without `to`.',
  })
  value!: string;

  @Field(() => String, { description: 'Its name in the language asked for.' })
  label!: string;

  @Field(() => Int, { description: 'How many products have it, under the other facets of the filter.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether the filter holds it.' })
  selected!: boolean;
}

/** What a list can be narrowed by; its counts ignore its own selection. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a list can be narrowed by. Counts ignore the selection within the same facet.',
})
@NonPersonal(LISTING)
export class Facet {
  @Field(() => FacetKey, { description: 'Which facet.' })
  key!: FacetKey;

  @Field(() => [FacetValue], { description: 'Its values, most frequent first.' })
  values!: FacetValue[];
}

/** The lowest and highest price in a list, whatever price filter it has. */
@ObjectType({
  simpleResolvers: true,
  description: 'The lowest and highest price in a list, its own price filter aside.',
})
@NonPersonal(LISTING)
export class PriceRange {
  @Field(() => Money, { description: 'The lowest.' })
  min!: Money;

  @Field(() => Money, { description: 'The highest.' })
  max!: Money;
}

/** A product and its cursor (Relay). */
@ObjectType({ simpleResolvers: true, description: 'A product and its cursor (Relay).' })
@NonPersonal(LISTING)
export class ProductEdge {
  @Field(() => String, { description: 'The cursor to go on from.' })
  cursor!: string;

  @Field(() => Product, { description: 'The product.' })
  node!: Product;
}

/** A page of products with the facets of the whole list. */
@ObjectType({ simpleResolvers: true, description: 'A page of products with the facets of the whole list (Relay).' })
@NonPersonal(LISTING)
export class ProductConnection {
  @Field(() => [ProductEdge], { description: 'Products with cursors.' })
  edges!: ProductEdge[];

  @Field(() => [Product], { description: 'Products without cursors.' })
  nodes!: Product[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many products the whole list has.' })
  totalCount!: number;

  @Field(() => [Facet], { description: 'What the list can be narrowed by.' })
  facets!: Facet[];

  @Field(() => PriceRange, {
    nullable: true,
    description: 'Lowest and highest price, for a slider; null for an empty list.',
  })
  priceRange!: PriceRange | null;
}
