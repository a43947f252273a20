import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAwsKmsProvider } from '../privacy/keys/aws-kms-provider.ts';
import type { KeyProvider } from '../privacy/keys/key-provider.ts';
import { createLocalKeyring } from '../privacy/keys/local-keyring.ts';
import { createVaultTransitProvider } from '../privacy/keys/vault-transit-provider.ts';
import { ConfigError } from './config-error.ts';

/** Where key-encryption keys live. */
export type KeyProviderSettings =
  | { readonly kind: 'local' }
  | { readonly kind: 'aws-kms'; readonly options: Parameters<typeof createAwsKmsProvider>[0] }
  | { readonly kind: 'vault-transit'; readonly options: Parameters<typeof createVaultTransitProvider>[0] };

interface KeyringPlace {
  readonly production: boolean;
  readonly keyProvider: KeyProviderSettings;
  readonly dataDir: string;
}

/**
 * Reads `KEY_PROVIDER` and what belongs to it. A remote key service is a processor: it needs the key of an agreement (D13).
 * @throws {ConfigError} naming the variable.
 */
export function readKeyProviderSettings(env: NodeJS.ProcessEnv): KeyProviderSettings {
  const need = (variable: string) => {
    const value = env[variable];
    if (!value) throw new ConfigError(`${variable} is not set; KEY_PROVIDER=${env.KEY_PROVIDER} needs it.`);
    return value;
  };
  const common = () => ({ keyPrefix: env.KEY_PREFIX ?? 'barrier', agreementKey: need('KEY_AGREEMENT') });
  switch (env.KEY_PROVIDER ?? 'local') {
    case 'local':
      return { kind: 'local' };
    case 'aws-kms':
      return {
        kind: 'aws-kms',
        options: {
          ...common(),
          region: need('AWS_REGION'),
          accessKeyId: need('AWS_ACCESS_KEY_ID'),
          secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
          ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
          ...(env.AWS_KMS_ENDPOINT ? { endpoint: env.AWS_KMS_ENDPOINT } : {}),
        },
      };
    case 'vault-transit':
      return {
        kind: 'vault-transit',
        options: {
          ...common(),
          address: need('VAULT_ADDR'),
          token: need('VAULT_TOKEN'),
          ...(env.VAULT_NAMESPACE ? { namespace: env.VAULT_NAMESPACE } : {}),
        },
      };
    default:
      throw new ConfigError('KEY_PROVIDER is none of local, aws-kms, vault-transit.');
  }
}

/** Where the keyring of `KEY_PROVIDER=local` is. */
export function keyringFile(dataDir: string): string {
  return join(dataDir, 'keyring.json');
}

/**
 * In production a keyring is made by `keys:init` alone: one made in passing, where the folder of the true one was not mounted, would be
 * found out only by what no longer opens.
 * @throws {ConfigError}
 */
export function requireKeyring({ production, keyProvider, dataDir }: KeyringPlace): void {
  if (!production || keyProvider.kind !== 'local' || existsSync(keyringFile(dataDir))) return;
  throw new ConfigError(
    'KEY_PROVIDER is local and there is no keyring.json in DATA_DIR: bring it there, or make one for a new shop with keys:init.',
  );
}

/** Opens the key provider. */
export function openKeyProvider(settings: KeyProviderSettings, dataDir: string): KeyProvider {
  switch (settings.kind) {
    case 'local':
      return createLocalKeyring(keyringFile(dataDir));
    case 'aws-kms':
      return createAwsKmsProvider(settings.options);
    case 'vault-transit':
      return createVaultTransitProvider(settings.options);
  }
}
