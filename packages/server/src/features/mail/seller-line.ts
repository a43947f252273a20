import { regionName } from '../../platform/code-names.ts';
import type { Seller } from '../seller/seller.ts';

/**
 * Who writes, at the foot of each mail: what business letters state (§ 35a GmbHG), and the seller's identity and address on the
 * durable medium that confirms a contract (Directive 2011/83/EU, article 8(7)).
 * @param language BCP 47 tag of the mail.
 */
export function sellerLine(seller: Seller, language: string): string {
  const { name, addressLines, country, representatives, register, vatId, email, phone } = seller;
  const where = regionName(country, language);
  return [name, ...addressLines, where, ...representatives, register, vatId, email.service, phone]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
