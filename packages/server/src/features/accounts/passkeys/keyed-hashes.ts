import { createHmac } from 'node:crypto';

/**
 * By what a passkey is found: `<version>.<HMAC of the credential's id>`. The id itself is sealed, since it says at any shop's that
 * two accounts are one person's.
 */
export function credentialIndexOf(fingerprintKey: string, credentialId: string): string {
  return `1.${keyedHash(fingerprintKey, 'passkey.credential', credentialId)}`;
}

/**
 * Under what authenticators keep an account: the same for all its passkeys, so that a device has one of them and not several. It is like
 * random to whoever has not the key, and tells nobody the account's id.
 */
export function userHandleOf(fingerprintKey: string, accountId: string): string {
  return keyedHash(fingerprintKey, 'passkey.userHandle', accountId);
}

function keyedHash(key: string, use: string, value: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([use, value]))
    .digest('base64url');
}
