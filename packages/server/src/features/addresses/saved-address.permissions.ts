import { customers, type Permission, type PermissionTable, shoppers } from '../../platform/graphql/permission.ts';

const ownAddresses: Permission = {
  ...shoppers,
  sentence:
    'Customers of the shop may, each for the addresses of the account whose session their browser holds; visitors see none.',
};

/** The shape alone; what is in it the access matrix decides. */
const shape: Permission = {
  ...shoppers,
  sentence: 'Visitors and customers of the shop may; what is personal in it the access matrix decides.',
};

/** An address book opens to the sessions of its account alone; the use cases read no other. */
export const savedAddressPermissions: PermissionTable = {
  Mutation: {
    saveAddress: customers,
    correctSavedAddress: customers,
    removeSavedAddress: customers,
    setDefaultAddress: customers,
  },
  types: {
    SavedAddress: ownAddresses,
    SavedAddressesPayload: ownAddresses,
    AddressParts: shape,
    PersonalAddressParts: shape,
  },
};
