import { ADDRESS_FIELD_KEYS, type Address } from './address-field.ts';

/** Whether two stored addresses are the same in every part. */
export function isSameAddress(one: Address, other: Address): boolean {
  return (
    one.countryCode === other.countryCode && ADDRESS_FIELD_KEYS.every((key) => (one[key] ?? '') === (other[key] ?? ''))
  );
}
