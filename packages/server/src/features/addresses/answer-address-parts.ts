import type { PersonalAddressParts } from '@barrier/schema/addresses/address-parts.type.ts';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import type { Address } from './address-field.ts';

/** Answers a sealed address in its parts, as far as the access session reveals it (D7). */
export async function answerAddressParts(
  session: AccessSession,
  sealed: Sealed<Address> | null | undefined,
  mark: PersonalMark,
  coordinate: string,
  keptUntil: string | null,
): Promise<PersonalAddressParts | null> {
  const answer = await session.openNow(sealed, mark, coordinate, { keptUntil });
  if (!answer) return null;
  const { value, ...decision } = answer;
  return { ...decision, parts: value && partsOf(value) };
}

function partsOf(address: Address): NonNullable<PersonalAddressParts['parts']> {
  const { countryCode, addressLine1, addressLine2, dependentLocality, city, administrativeArea, postalCode } = address;
  return {
    countryCode,
    addressLine1: addressLine1 ?? null,
    addressLine2: addressLine2 ?? null,
    dependentLocality: dependentLocality ?? null,
    city: city ?? null,
    administrativeArea: administrativeArea ?? null,
    postalCode: postalCode ?? null,
  };
}
