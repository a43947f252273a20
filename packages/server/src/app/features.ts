import { accountPermissions } from '../features/accounts/account.permissions.ts';
import { AccountResolver } from '../features/accounts/account.resolver.ts';
import { PasskeyResolver } from '../features/accounts/passkeys/passkey.resolver.ts';
import { profilePermissions } from '../features/accounts/profile.permissions.ts';
import { ProfileResolver } from '../features/accounts/profile.resolver.ts';
import { secondFactorPermissions } from '../features/accounts/second-factor/second-factor.permissions.ts';
import { SecondFactorResolver } from '../features/accounts/second-factor/second-factor.resolver.ts';
import { savedAddressPermissions } from '../features/addresses/saved-address.permissions.ts';
import { SavedAddressResolver } from '../features/addresses/saved-address.resolver.ts';
import { cartPermissions } from '../features/cart/cart.permissions.ts';
import { CartResolver } from '../features/cart/cart.resolver.ts';
import { catalogPermissions } from '../features/catalog/catalog.permissions.ts';
import { CatalogResolver } from '../features/catalog/catalog.resolver.ts';
import { checkoutPermissions } from '../features/checkout/checkout.permissions.ts';
import { CheckoutResolver } from '../features/checkout/checkout.resolver.ts';
import { consentPermissions } from '../features/consent/consent.permissions.ts';
import { ConsentResolver } from '../features/consent/consent.resolver.ts';
import { dataRightsPermissions } from '../features/data-rights/data-rights.permissions.ts';
import { DataRightsResolver } from '../features/data-rights/data-rights.resolver.ts';
import { erasurePermissions } from '../features/data-rights/erasure.permissions.ts';
import { ErasureResolver } from '../features/data-rights/erasure.resolver.ts';
import { holdingsPermissions } from '../features/data-rights/holdings.permissions.ts';
import { HoldingsResolver } from '../features/data-rights/holdings.resolver.ts';
import { CustomerOrdersResolver } from '../features/orders/customer-orders.resolver.ts';
import { orderPermissions } from '../features/orders/order.permissions.ts';
import { OrderResolver } from '../features/orders/order.resolver.ts';
import { dataMapPermissions } from '../features/privacy-policy/data-map.permissions.ts';
import { DataMapResolver } from '../features/privacy-policy/data-map.resolver.ts';
import { sellerPermissions } from '../features/seller/seller.permissions.ts';
import { SellerResolver } from '../features/seller/seller.resolver.ts';
import { everyone, type PermissionTable } from '../platform/graphql/permission.ts';

/** The resolvers of every feature. */
export const RESOLVERS: readonly NewableFunction[] = [
  CatalogResolver,
  CartResolver,
  CheckoutResolver,
  OrderResolver,
  DataMapResolver,
  SellerResolver,
  AccountResolver,
  PasskeyResolver,
  SecondFactorResolver,
  CustomerOrdersResolver,
  DataRightsResolver,
  ErasureResolver,
  ConsentResolver,
  ProfileResolver,
  SavedAddressResolver,
  HoldingsResolver,
];

/** The permissions of every feature; a test holds that each root field and object type has one. */
export const PERMISSIONS: readonly PermissionTable[] = [
  { types: { UserError: everyone } },
  catalogPermissions,
  cartPermissions,
  checkoutPermissions,
  orderPermissions,
  dataMapPermissions,
  sellerPermissions,
  accountPermissions,
  secondFactorPermissions,
  dataRightsPermissions,
  erasurePermissions,
  consentPermissions,
  profilePermissions,
  savedAddressPermissions,
  holdingsPermissions,
];
