import { customers, type Permission, type PermissionTable, shoppers } from '../../../platform/graphql/permission.ts';

const ownAccount: Permission = {
  ...shoppers,
  sentence: 'Customers of the shop may, each in the account whose session their browser holds; visitors see none.',
};

/** The guards of an account are its own customer's business; signing in by them is anybody's who has them. */
export const secondFactorPermissions: PermissionTable = {
  Query: { accountSecurity: ownAccount },
  Mutation: {
    startPasskeySignIn: shoppers,
    signInByPasskey: shoppers,
    enterSecondFactor: shoppers,
    startProof: customers,
    startPasskeyCreation: customers,
    addPasskey: customers,
    renamePasskey: customers,
    removePasskey: customers,
    requirePasskey: customers,
    startTotp: customers,
    confirmTotp: customers,
    removeTotp: customers,
    makeRecoveryCodes: customers,
  },
  types: {
    AccountSecurity: ownAccount,
    Passkey: ownAccount,
    AccountSecurityPayload: customers,
    PasskeyCreation: customers,
    PasskeyCreationPayload: customers,
    PasskeySignInPayload: shoppers,
    ProofPayload: customers,
    SecondFactorRequest: shoppers,
    TotpSetupPayload: customers,
  },
};
