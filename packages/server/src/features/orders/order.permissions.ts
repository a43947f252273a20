import { type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** No rule of its own: a token is looked up where the order is loaded, and opens that order alone. */
const linkBearers: Permission = {
  ...shoppers,
  sentence:
    'Visitors and customers of the shop may, each for the one order whose link they hold, customers also for each of their own; what is personal in it the access matrix decides.',
};

/** A guest's order opens to its link; the token is looked at by the use cases, since it is no right to a type. */
export const orderPermissions: PermissionTable = {
  Query: { order: linkBearers },
  Mutation: { requestOrderCode: linkBearers, proveOrder: linkBearers, payOrder: linkBearers },
  types: {
    Order: linkBearers,
    OrderConnection: linkBearers,
    OrderLine: linkBearers,
    PersonalOrderLines: linkBearers,
    PersonalText: linkBearers,
    PersonalAddress: linkBearers,
    RequestOrderCodePayload: linkBearers,
    ProveOrderPayload: linkBearers,
    PayOrderPayload: linkBearers,
  },
};
