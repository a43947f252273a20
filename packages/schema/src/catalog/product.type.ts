import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Money } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Company, ResponsiblePerson } from './company.type.ts';
import {
  AvoidReason,
  CollectionKind,
  Concern,
  ContentUnit,
  FreeFrom,
  IngredientFunction,
  IngredientOrigin,
  PictureFormat,
  SkinType,
  StockState,
  Texture,
  UseTime,
} from './vocabulary.ts';

// `simpleResolvers`: fields are plain properties, so that no resolver is called per field (the list is the hot path).

const CATALOGUE = 'The catalogue describes goods, not people.';

/** A picture with the dimensions that keep a page from shifting. */
@ObjectType({ simpleResolvers: true, description: 'A picture.' })
@NonPersonal(CATALOGUE)
export class Picture {
  @Field(() => String, { description: 'Path of the whole picture; immutable, a changed picture gets another.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Path of it in one of `widths` and `formats`, as a URI template (RFC 6570) of `{width}` and `{format}`; null where there is only the whole.',
  })
  template!: string | null;

  @Field(() => [Int], { description: 'The widths in pixels it can be had in, ascending.' })
  widths!: readonly number[];

  @Field(() => [PictureFormat], {
    description: 'The formats it can be had in, the smallest files first; in lower case they stand in the template.',
  })
  formats!: readonly PictureFormat[];

  @Field(() => String, {
    nullable: true,
    description: 'What to show until it has come: a picture of a few colours, as a data URL of less than 1 kB.',
  })
  placeholder!: string | null;

  @Field(() => Int, { description: 'Width in CSS pixels; of the frame it is shown in where its own is not known.' })
  width!: number;

  @Field(() => Int, { description: 'Height in CSS pixels; of the frame it is shown in where its own is not known.' })
  height!: number;

  @Field(() => String, { description: 'What it shows, in the language asked for.' })
  alt!: string;
}

/** A named group of products: a category of the assortment or an editorial collection. */
@ObjectType({ simpleResolvers: true, description: 'A category or an editorial collection of products.' })
@NonPersonal(CATALOGUE)
export class Collection {
  @Field(() => String, { description: 'The part of its address that names it.' })
  handle!: string;

  @Field(() => CollectionKind, { description: 'Whether it is a part of the assortment or put together by hand.' })
  kind!: CollectionKind;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'One or two sentences about it.' })
  description!: string | null;

  @Field(() => Picture, {
    nullable: true,
    description: 'Some of its products together; null if none of them is drawn.',
  })
  picture!: Picture | null;

  @Field(() => Int, { description: 'How many products of it are sold in the market asked for.' })
  productCount!: number;
}

/** An ingredient with its INCI name and an explanation in plain words. */
@ObjectType({ simpleResolvers: true, description: 'A cosmetic ingredient.' })
@NonPersonal(CATALOGUE)
export class Ingredient {
  @Field(() => String, { description: 'The part of its address that names it.' })
  slug!: string;

  @Field(() => String, { description: 'Its INCI name, as it stands on the pack.' })
  inci!: string;

  @Field(() => String, { description: 'What people call it.' })
  commonName!: string;

  @Field(() => String, { description: 'What it does, in plain words.' })
  explanation!: string;

  @Field(() => [IngredientFunction], { description: 'What it does in a formula.' })
  functions!: IngredientFunction[];

  @Field(() => IngredientOrigin, { nullable: true, description: 'Where it comes from.' })
  origin!: IngredientOrigin | null;

  @Field(() => [String], { description: 'Slugs of ingredients it should not meet in one routine.' })
  avoidWith!: string[];

  @Field(() => [AvoidedIngredient], { description: 'The same ingredients with the reason for each.' })
  avoids!: AvoidedIngredient[];

  @Field(() => Int, { description: 'How many products with it are sold in the market asked for.' })
  productCount!: number;
}

/** An ingredient that another should not meet, and why. */
@ObjectType({ simpleResolvers: true, description: 'An ingredient that another should not meet in one routine.' })
@NonPersonal(CATALOGUE)
export class AvoidedIngredient {
  @Field(() => String, { description: 'The part of its address that names it.' })
  slug!: string;

  @Field(() => String, { description: 'Its INCI name.' })
  inci!: string;

  @Field(() => String, { description: 'What people call it.' })
  commonName!: string;

  @Field(() => AvoidReason, { description: 'Why.' })
  reason!: AvoidReason;
}

/** A chosen value of one of the product's options. */
@ObjectType({ simpleResolvers: true, description: 'A value of an option, such as Size: 50 ml.' })
@NonPersonal(CATALOGUE)
export class SelectedOption {
  @Field(() => String, { description: "The option's name." })
  name!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}

/** A choice that a product offers, with its values in the order of the variants. */
@ObjectType({ simpleResolvers: true, description: 'A choice that a product offers, such as Size.' })
@NonPersonal(CATALOGUE)
export class ProductOption {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [String], { description: 'Its values, in the order of the variants.' })
  values!: string[];
}

/** What can be put in a cart: a product in one size, shade or other option. */
@ObjectType({ simpleResolvers: true, description: 'A product in one size or shade: what can be bought.' })
@NonPersonal(CATALOGUE)
export class ProductVariant {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: "Its option values, joined; the product's title where there is no choice." })
  title!: string;

  @Field(() => String, { nullable: true, description: "The merchant's stock-keeping unit." })
  sku!: string | null;

  @Field(() => String, { nullable: true, description: 'Its barcode (GTIN), for search engines and scanners.' })
  barcode!: string | null;

  @Field(() => [SelectedOption], { description: 'Its value of each option.' })
  options!: SelectedOption[];

  @Field(() => Money, { nullable: true, description: 'Its price in the market asked for; null where it is not sold.' })
  price!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The former price, when reduced.' })
  compareAtPrice!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The price of 100 ml or 100 g (Directive 98/6/EC).' })
  unitPrice!: Money | null;

  @Field(() => Float, { nullable: true, description: 'How much it holds.' })
  contentAmount!: number | null;

  @Field(() => ContentUnit, { nullable: true, description: 'The unit of the content.' })
  contentUnit!: ContentUnit | null;

  @Field(() => StockState, { description: 'How much is left, in words.' })
  stock!: StockState;
}

/** A product of the catalogue. What only cosmetics have is empty or null for other goods. */
@ObjectType({ simpleResolvers: true, description: 'A product.' })
@NonPersonal(CATALOGUE)
export class Product {
  @Field(() => ID, { description: 'Opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'The part of its address that names it.' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is, and for whom, in a few words.' })
  subtitle!: string | null;

  @Field(() => String, { description: 'Its description as sanitised HTML.' })
  descriptionHtml!: string;

  @Field(() => String, { nullable: true, description: 'How to use it.' })
  directions!: string | null;

  @Field(() => String, { nullable: true, description: 'Cautions that stand on the pack.' })
  warnings!: string | null;

  @Field(() => Company, { nullable: true, description: 'Who made it.' })
  manufacturer!: Company | null;

  @Field(() => ResponsiblePerson, {
    nullable: true,
    description:
      'Who answers for it in the market asked for: whoever is named for that market, or a manufacturer at home in it. Markets other than the United Kingdom fall back to the European Union.',
  })
  responsiblePerson!: ResponsiblePerson | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was made, as an ISO 3166-1 code of two letters.',
  })
  countryOfOrigin!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its batch number stands on the pack.' })
  batchNote!: string | null;

  @Field(() => String, { description: 'The brand.' })
  vendor!: string;

  @Field(() => String, { nullable: true, description: "The brand's range it belongs to." })
  range!: string | null;

  @Field(() => Collection, { nullable: true, description: 'Its place in the assortment.' })
  category!: Collection | null;

  @Field(() => [Collection], { description: 'The collections it is in.' })
  collections!: Collection[];

  @Field(() => [SkinType], { description: 'What skin it suits.' })
  skinTypes!: SkinType[];

  @Field(() => [Concern], { description: 'What it is chosen for.' })
  concerns!: Concern[];

  @Field(() => Texture, { nullable: true, description: 'How it feels.' })
  texture!: Texture | null;

  @Field(() => [FreeFrom], { description: 'What it does without.' })
  freeFrom!: FreeFrom[];

  @Field(() => [UseTime], { description: 'When it is used.' })
  useTimes!: UseTime[];

  @Field(() => Int, { nullable: true, description: 'Months it may be used after opening (Regulation (EC) 1223/2009).' })
  periodAfterOpeningMonths!: number | null;

  @Field(() => [Ingredient], { description: 'Its ingredients in the order of the pack.' })
  ingredients!: Ingredient[];

  @Field(() => [Picture], { description: 'Its pictures, the first one for lists.' })
  pictures!: Picture[];

  @Field(() => [ProductOption], { description: 'What can be chosen; empty if there is one variant only.' })
  options!: ProductOption[];

  @Field(() => [ProductVariant], { description: 'What of it can be bought.' })
  variants!: ProductVariant[];

  @Field(() => Money, { nullable: true, description: 'The lowest price of its variants in the market asked for.' })
  priceFrom!: Money | null;

  @Field(() => StockState, { description: 'The best stock state of its variants.' })
  stock!: StockState;
}
