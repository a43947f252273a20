import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands without being told (RFC 6238). */
const TOTP_SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Steps before and after the present that a code may be of: clocks go wrong, and people type. */
const WINDOW = 1;

/** A new secret (base32), as long as the hash it is for (RFC 4226, section 4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The time step that a code is of, if it is of the present or one beside it; else null. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const token = code.replace(/\s/g, '');
  // The library compares codes of the wrong length as well, and pads them.
  if (!/^\d{6}$/.test(token)) return null;
  const delta = TOTP.validate({ ...TOTP_SHAPE, token, secret: Secret.fromBase32(secret), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: TOTP_SHAPE.period, timestamp }) + delta;
}

/** The earliest step of which a code can still be taken: what was noted of those before has no use any more. */
export function earliestStep(now: Date): number {
  return TOTP.counter({ period: TOTP_SHAPE.period, timestamp: now.getTime() }) - WINDOW;
}
