import { type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** No rule of its own: whose data it is, is looked at where a right is used (`requireTarget`). */
const ownData: Permission = {
  ...shoppers,
  sentence:
    'Visitors may for the one order whose link and mailed code they hold, customers of the shop for all that is theirs.',
};

const receipt: Permission = {
  ...shoppers,
  sentence: 'Whoever has the random address of the receipt may; it says nothing of anybody.',
};

/** Erasing oneself and restricting oneself, with an account or without (P1.1). */
export const erasurePermissions: PermissionTable = {
  Query: { rightsStanding: ownData, erasurePreview: ownData, erasureReceipt: receipt },
  Mutation: {
    requestErasure: ownData,
    cancelErasure: ownData,
    restrictProcessing: ownData,
    liftRestriction: ownData,
  },
  types: {
    RightsStanding: ownData,
    ErasureRequest: ownData,
    ErasurePreview: ownData,
    AffectedOrder: ownData,
    ErasurePayload: ownData,
    RestrictionPayload: ownData,
    ErasureReceipt: receipt,
    ErasureRescan: receipt,
    LogCheckpoint: receipt,
    ErasedCategory: receipt,
    ErasedRecords: receipt,
    ErasureRemnant: receipt,
  },
};
