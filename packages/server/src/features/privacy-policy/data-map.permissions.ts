import { everyone, type PermissionTable } from '../../platform/graphql/permission.ts';

/** What is held is no secret from anybody (P2.5). */
export const dataMapPermissions: PermissionTable = {
  Query: { dataMap: everyone },
  types: { DataMapEntry: everyone, DataMapPurpose: everyone },
};
