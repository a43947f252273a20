import { customers, type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** No rule of its own: whose an order is, is looked at where it is loaded. */
const ownOrders: Permission = {
  ...shoppers,
  sentence:
    'Visitors may for the one order whose link and mailed code they hold, customers of the shop for each order of theirs.',
};

/** Rights open to whoever has proven to be the subject, with an account or without (P1.1). */
export const dataRightsPermissions: PermissionTable = {
  Mutation: { correctOrder: ownOrders, requestOrderClaim: customers, claimOrder: customers },
  types: { CorrectOrderPayload: ownOrders, RequestOrderClaimPayload: customers, ClaimOrderPayload: customers },
};
