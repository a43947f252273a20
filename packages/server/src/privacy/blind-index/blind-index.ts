/** Where a blind index is used; values of different uses cannot be joined. */
export type BlindIndexUse = 'order.email' | 'mail.throttle' | 'person.email';

/** Keyed hashes of normalised e-mail addresses, to find by what is sealed (D2). */
export interface BlindIndex {
  /** The value to store: `<version>.<base64url of HMAC-SHA-256>`, at most 48 characters. */
  ofEmail(use: BlindIndexUse, email: string): string;
  /** The values to look for: one for each version still in use, the present one first. */
  candidates(use: BlindIndexUse, email: string): string[];
}
