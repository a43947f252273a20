import type { Seller as SellerType } from '@barrier/schema/seller/seller.type.ts';
import { findInvented } from './find-invented.ts';
import type { Seller } from './seller.ts';

/** The seller as the graph shows it. */
export function viewSeller(seller: Seller): SellerType {
  const { name, addressLines, country, representatives, register, vatId, vatIdIn, email, phone, timeZone } = seller;
  return {
    name,
    addressLines: [...addressLines],
    country,
    representatives: [...representatives],
    register,
    vatId,
    vatRegistrations: Object.entries(vatIdIn).map(([where, id]) => ({ country: where, vatId: id })),
    email: email.service,
    safetyEmail: email.safety,
    withdrawalEmail: email.withdrawal,
    privacyEmail: email.privacy,
    phone,
    timeZone,
    demonstration: findInvented(seller) !== null,
  };
}
