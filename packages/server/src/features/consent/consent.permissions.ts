import { customers, type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

const ownConsents: Permission = {
  ...shoppers,
  sentence: 'Customers of the shop may, each for what they agreed to themselves; visitors have nothing to agree to.',
};
const anyLink: Permission = {
  ...shoppers,
  sentence: 'Visitors and customers of the shop may, by the link of a mail, which carries no other right.',
};

/** Consents are those of the session that asks; the use cases read no other. */
export const consentPermissions: PermissionTable = {
  Query: { consentReceipt: customers, privacySignals: shoppers },
  Mutation: { setConsent: customers, objectToMarketing: customers, unsubscribe: anyLink },
  types: {
    Consent: ownConsents,
    ConsentText: ownConsents,
    ConsentDecision: ownConsents,
    PersonalConsentRecord: ownConsents,
    ConsentsPayload: ownConsents,
    UnsubscribePayload: anyLink,
    PrivacySignals: shoppers,
  },
};
