import { type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** A guest's order opens to its link; the token is looked at by the use cases, since it is no right to a type. */
export const orderPermissions: PermissionTable = {
  Query: { order: shoppers },
  Mutation: { requestOrderCode: shoppers, proveOrder: shoppers, payOrder: shoppers },
  types: {
    Order: shoppers,
    OrderLine: shoppers,
    PersonalOrderLines: shoppers,
    PersonalText: shoppers,
    PersonalAddress: shoppers,
    RequestOrderCodePayload: shoppers,
    ProveOrderPayload: shoppers,
    PayOrderPayload: shoppers,
  },
};
