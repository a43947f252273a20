import { DEMO_SELLER } from './demo-seller.ts';
import type { Seller } from './seller.ts';

/** The parts of a seller that only the demo's can have. */
const PARTS: Readonly<Record<string, (seller: Seller) => readonly (string | null)[]>> = {
  name: ({ name }) => [name],
  addressLines: ({ addressLines }) => addressLines,
  representatives: ({ representatives }) => representatives,
  register: ({ register }) => [register],
  vatId: ({ vatId }) => [vatId],
  vatIdIn: ({ vatIdIn }) => Object.values(vatIdIn),
  email: ({ email: { service, safety, withdrawal, privacy } }) => [service, safety, withdrawal, privacy],
  phone: ({ phone }) => [phone],
};

/** The first key under which a seller still has something of the demo's invented company; null if there is none. */
export function findInvented(seller: Seller): string | null {
  for (const [key, valuesOf] of Object.entries(PARTS)) {
    const invented = valuesOf(DEMO_SELLER);
    if (valuesOf(seller).some((value) => value !== null && invented.includes(value))) return key;
  }
  return null;
}
