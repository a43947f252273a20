import { everyone, type PermissionTable } from '../../platform/graphql/permission.ts';

/** What is held, and who may obtain it, is no secret from anybody (P2.5). */
export const dataMapPermissions: PermissionTable = {
  Query: { dataMap: everyone, dataRecipients: everyone },
  types: { DataMapEntry: everyone, DataMapPurpose: everyone, DataMapRecipient: everyone },
};
