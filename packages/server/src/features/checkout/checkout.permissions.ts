import { type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** Whoever shops may order, as a guest. */
export const checkoutPermissions: PermissionTable = {
  Query: { countries: shoppers, addressForm: shoppers, deliveryOffers: shoppers, shippingOptions: shoppers },
  Mutation: { placeOrder: shoppers },
  types: {
    Country: shoppers,
    AddressForm: shoppers,
    AddressFormField: shoppers,
    AddressFieldOption: shoppers,
    DeliveryOffer: shoppers,
    ShippingOption: shoppers,
    PlaceOrderPayload: shoppers,
  },
};
