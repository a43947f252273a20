import { everyone, type PermissionTable } from '../../platform/graphql/permission.ts';

/** The catalogue is what the shop shows to everyone. */
export const catalogPermissions: PermissionTable = {
  Query: {
    products: everyone,
    product: everyone,
    relatedProducts: everyone,
    collections: everyone,
    collection: everyone,
    ingredients: everyone,
    ingredient: everyone,
    searchSuggestions: everyone,
  },
  types: {
    Product: everyone,
    ProductVariant: everyone,
    ProductOption: everyone,
    SelectedOption: everyone,
    Picture: everyone,
    Collection: everyone,
    Ingredient: everyone,
    AvoidedIngredient: everyone,
    Company: everyone,
    ResponsiblePerson: everyone,
    Money: everyone,
    ProductConnection: everyone,
    ProductEdge: everyone,
    PageInfo: everyone,
    Facet: everyone,
    FacetValue: everyone,
    PriceRange: everyone,
    SearchSuggestions: everyone,
  },
};
