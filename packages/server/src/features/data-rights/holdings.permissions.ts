import { type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

/** No rule of its own: who asks is looked at by `requirePerson`. */
const persons: Permission = {
  ...shoppers,
  sentence:
    'Customers of the shop may for all that is theirs, visitors for the one order whose link and mailed code they hold.',
};

/** What is held about somebody opens to themselves alone, with an account or without (P1.1). */
export const holdingsPermissions: PermissionTable = {
  Query: { holdings: persons, accessHistory: persons, download: persons },
  Mutation: { requestDownload: persons, requestDownloadLink: persons },
  types: {
    HeldPartConnection: persons,
    HeldPart: persons,
    HeldRecord: persons,
    HeldFact: persons,
    HeldValue: persons,
    AccessHistoryConnection: persons,
    AccessHistoryEntry: persons,
    DataDownload: persons,
    RequestDownloadPayload: persons,
    RequestDownloadLinkPayload: persons,
  },
};
