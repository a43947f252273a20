import type { PrivacyCore } from '../privacy/core.ts';
import { requireAgreement } from '../privacy/egress/require-agreement.ts';
import type { KeyProvider } from '../privacy/keys/key-provider.ts';
import type { Config } from './config.ts';
import { openKeyProvider, requireKeyring } from './open-key-provider.ts';

/** Opens the key provider; a remote one is a processor and needs its agreement in force (D13). */
export async function openAgreedKeyProvider(
  config: Pick<Config, 'production' | 'keyProvider' | 'dataDir'>,
  atHand: Pick<PrivacyCore, 'stores' | 'clock'>,
): Promise<KeyProvider> {
  const { keyProvider, dataDir } = config;
  requireKeyring(config);
  if (keyProvider.kind !== 'local') {
    const { agreementKey } = keyProvider.options;
    await requireAgreement(atHand, { agreementKey, recipient: 'PROCESSOR', purpose: 'SECURITY', categories: [] });
  }
  return openKeyProvider(keyProvider, dataDir);
}
