const ISSUER = 'Barrier';

/**
 * What authenticator apps read from the picture (the key URI format of Google Authenticator, which all of them understand). It is put
 * together here, so that no answer of the shop's holds secret and address side by side.
 */
export function otpauthAddress(secret: string, email: string | null): string {
  const label = email === null ? ISSUER : `${ISSUER}:${email}`;
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${secret}&issuer=${ISSUER}&algorithm=SHA1&digits=6&period=30`;
}
