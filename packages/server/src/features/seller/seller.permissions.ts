import { everyone, type PermissionTable } from '../../platform/graphql/permission.ts';

/** Who sells is owed to anybody who asks (Directive 2000/31/EC, article 5). */
export const sellerPermissions: PermissionTable = {
  Query: { seller: everyone },
  types: { Seller: everyone, VatRegistration: everyone },
};
