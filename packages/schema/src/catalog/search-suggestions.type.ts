import { Field, ObjectType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';
import { Collection, Ingredient, Product } from './product.type.ts';

/** What a search field offers while somebody types. */
@ObjectType({ simpleResolvers: true, description: 'What a search field offers while somebody types.' })
@NonPersonal('It describes goods; what is typed is not stored.')
export class SearchSuggestions {
  @Field(() => [Product], { description: 'Products, best match first.' })
  products!: Product[];

  @Field(() => [Ingredient], { description: 'Ingredients, best match first.' })
  ingredients!: Ingredient[];

  @Field(() => [Collection], { description: 'Categories and collections, best match first.' })
  collections!: Collection[];

  @Field(() => [String], {
    description: 'Where nothing was found: names of ingredients and groups that are written most like what was typed.',
  })
  nearest!: string[];
}
