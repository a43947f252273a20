import { customers, type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

const ownAccount: Permission = {
  ...shoppers,
  sentence: 'Customers of the shop may, each in the account whose session their browser holds; visitors see none.',
};

/** An account opens to its own sessions alone; the use cases read no other. */
export const accountPermissions: PermissionTable = {
  Query: { me: ownAccount },
  Mutation: {
    signUp: shoppers,
    requestSignInCode: shoppers,
    enterSignInCode: shoppers,
    signIn: shoppers,
    signOut: shoppers,
    revokeSession: customers,
    revokeOtherSessions: customers,
    setPassword: customers,
  },
  types: {
    Customer: ownAccount,
    AccountSession: ownAccount,
    SignInChallengePayload: shoppers,
    SignInPayload: shoppers,
    SessionsPayload: ownAccount,
  },
};
