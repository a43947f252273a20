import { normaliseEmail } from '../../privacy/blind-index/normalise-email.ts';

/** Longest address (RFC 5321, with the angle brackets taken off). */
const MAX_LENGTH = 254;

/** One @ between a part without spaces or signs that a header could be broken with, and a domain with a dot. */
const ADDRESS = /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]+\.[^\s@.]{2,}$/u;

/** The address that mail is sent to, as it was entered but for spaces around it; null if it is none. */
export function checkEmail(entered: string): string | null {
  const email = entered.normalize('NFC').trim();
  if (email.length > MAX_LENGTH || !ADDRESS.test(email)) return null;
  try {
    normaliseEmail(email);
    return email;
  } catch {
    return null;
  }
}
