import type { HashKey } from '../../../platform/tokens/hash-key.ts';

/**
 * By what a passkey is found: `<version>.<HMAC of the credential's id>`. The id itself is sealed, since it says at any shop's that
 * two accounts are one person's.
 */
export function credentialIndexOf(fingerprintKey: HashKey, credentialId: string): string {
  return `1.${fingerprintKey.hash('passkey.credential', [credentialId], 'base64url')}`;
}

/**
 * Under what authenticators keep an account: the same for all its passkeys, so that a device has one of them and not several. It is like
 * random to whoever has not the key, and tells nobody the account's id.
 */
export function userHandleOf(fingerprintKey: HashKey, accountId: string): string {
  return fingerprintKey.hash('passkey.userHandle', [accountId], 'base64url');
}
