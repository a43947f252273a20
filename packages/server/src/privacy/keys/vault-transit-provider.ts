import { PrivacyError } from '../privacy-error.ts';
import type { KeyProvider } from './key-provider.ts';

/** Where the Vault is and who calls it. */
export interface VaultTransitOptions {
  /** The server, such as `https://vault.example.com:8200`. */
  readonly address: string;
  readonly token: string;
  /** The epochs' keys are `<prefix>-epoch-<n>`. */
  readonly keyPrefix: string;
  /** Vault Enterprise only. */
  readonly namespace?: string;
  /** Where the transit engine is mounted; `transit` unless said otherwise. */
  readonly mount?: string;
  /** The agreement under which the operator of the Vault processes the key identifiers (D13); the composition root checks it. */
  readonly agreementKey: string;
}

/** Keeps the key-encryption keys in the transit engine of a HashiCorp Vault, one key per epoch. */
export function vaultTransitProvider(options: VaultTransitOptions): KeyProvider {
  throw new PrivacyError('KEY_PROVIDER', `The Vault under mount ${options.mount ?? 'transit'} cannot be used yet`);
}
