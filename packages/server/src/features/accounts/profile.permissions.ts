import { customers, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** Customers change what their own account holds; the use cases read no other. */
export const profilePermissions: PermissionTable = {
  Mutation: { updateProfile: customers, requestEmailChange: customers, confirmEmailChange: customers },
  types: { ProfilePayload: customers, RequestEmailChangePayload: customers, CorrectedOrder: shoppers },
};
