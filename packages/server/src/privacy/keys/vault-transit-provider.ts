import { PrivacyError } from '../privacy-error.ts';
import { callRemoteKeys, type KeyServiceAnswer } from './call-remote-keys.ts';
import type { KeyProvider, WrapContext } from './key-provider.ts';
import { checkOption, HEADER_VALUE, KEY_PREFIX, keyServiceAddress } from './key-service-options.ts';

/** Where the Vault is and who calls it. */
export interface VaultTransitOptions {
  /** The server, such as `https://vault.example.com:8200`. */
  readonly address: string;
  /** Whoever runs the server renews it. */
  readonly token: string;
  /** The epochs' keys are `<prefix>-epoch-<n>`. */
  readonly keyPrefix: string;
  /** Vault Enterprise only. */
  readonly namespace?: string;
  /** Where the transit engine is mounted; `transit` unless said otherwise. */
  readonly mount?: string;
  /** Milliseconds for each try; 5,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** The agreement with the operator of the Vault (D13); the composition root checks that it is in force. */
  readonly agreementKey: string;
}

const SERVICE = 'Vault';
/**
 * Encrypting under a key that is not there makes one, if the token may; naming a type that cannot encrypt prevents it,
 * and a key that is there ignores it. Otherwise a late wrap would bring a destroyed epoch back.
 */
const NO_UPSERT = 'ecdsa-p256';

type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<KeyServiceAnswer>;

/**
 * Keeps the key-encryption keys in the transit engine of a HashiCorp Vault (1.13 or later, the first to know associated data), one
 * key per epoch. Under the mount the token's policy needs `create`, `update`, `read` and `delete` on `keys/<prefix>-epoch-*`, and
 * `update` on `keys/+/config`, `encrypt/<prefix>-epoch-*` and `decrypt/<prefix>-epoch-*`. An epoch is destroyed at once, save for
 * the Vault's own backups. What does not fit its context is TAMPERED.
 */
export function createVaultTransitProvider(options: VaultTransitOptions): KeyProvider {
  const ask = askVault(options);
  const name = (epoch: number) => `${options.keyPrefix}-epoch-${epoch}`;

  const crypt = async (
    operation: 'encrypt' | 'decrypt',
    epoch: number,
    input: Readonly<Record<string, string>>,
    context: WrapContext,
  ) => {
    const answer = await ask('POST', `${operation}/${name(epoch)}`, {
      ...input,
      associated_data: associatedData(epoch, context),
    });
    if (answer.status !== 200) throw await failure(operation, epoch, answer);
    const field = operation === 'encrypt' ? 'ciphertext' : 'plaintext';
    return textOf(dataOf(answer)[field], operation);
  };

  // The wordings for an absent key differ from path to path and from version to version; reading it is documented.
  const failure = async (operation: string, epoch: number, answer: KeyServiceAnswer): Promise<PrivacyError> => {
    if ((await readKey(ask, name(epoch))) === null) {
      return new PrivacyError(
        'EPOCH_GONE',
        `${SERVICE} has no key of epoch ${epoch}: destroyed, or under another mount or prefix.`,
      );
    }
    if (operation === 'decrypt' && speaksOfCiphertext(answer)) {
      return new PrivacyError(
        'TAMPERED',
        `A wrapped key of epoch ${epoch} is not what ${SERVICE} wrapped, or belongs elsewhere.`,
      );
    }
    return refused(`${operation} for epoch ${epoch}`, answer);
  };

  const provider: KeyProvider = {
    createEpoch: async (epoch) => {
      const kind = { type: 'aes256-gcm96', derived: false, exportable: false, allow_plaintext_backup: false };
      const answer = await ask('POST', `keys/${name(epoch)}`, kind);
      if (answer.status !== 200 && answer.status !== 204) throw refused(`to make epoch ${epoch}`, answer);
      const key = await readKey(ask, name(epoch));
      // A key of that name that was there before stays as it is; from one that can be taken out, nothing can be erased.
      const odd = Object.entries(kind).find(([property, value]) => key?.[property] !== value);
      if (odd) {
        throw new PrivacyError('KEY_PROVIDER', `The key of epoch ${epoch} in ${SERVICE} differs in "${odd[0]}".`);
      }
      await proveBinding(provider, epoch);
    },
    wrap: async (epoch, dataKey, context) => {
      const input = { plaintext: dataKey.toString('base64'), type: NO_UPSERT };
      return Buffer.from(await crypt('encrypt', epoch, input, context), 'utf8');
    },
    unwrap: async (epoch, wrapped, context) => {
      return Buffer.from(await crypt('decrypt', epoch, { ciphertext: wrapped.toString('utf8') }, context), 'base64');
    },
    destroyEpoch: async (epoch) => {
      const path = `keys/${name(epoch)}`;
      if ((await readKey(ask, name(epoch))) === null) return new Date();
      await ask('POST', `${path}/config`, { deletion_allowed: true });
      const answer = await ask('DELETE', path);
      // Whether it is gone counts, not which of two processes did it.
      if ((await readKey(ask, name(epoch))) !== null) throw refused(`to destroy epoch ${epoch}`, answer);
      return new Date();
    },
  };
  return provider;
}

/** A Vault that does not know associated data ignores it in silence, and wrapped keys could be swapped. */
async function proveBinding(provider: KeyProvider, epoch: number): Promise<void> {
  const probe = Buffer.alloc(32);
  const wrapped = await provider.wrap(epoch, probe, { keyId: 'probe', subjectId: 'one' });
  if (!probe.equals(await provider.unwrap(epoch, wrapped, { keyId: 'probe', subjectId: 'one' }))) {
    throw new PrivacyError('KEY_PROVIDER', `${SERVICE} does not give back what epoch ${epoch} wrapped.`);
  }
  try {
    await provider.unwrap(epoch, wrapped, { keyId: 'probe', subjectId: 'another' });
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'TAMPERED') return;
    throw error;
  }
  throw new PrivacyError('KEY_PROVIDER', `${SERVICE} does not bind associated data: version 1.13 or later is needed.`);
}

/** The key's properties, or null if Vault says that it is not there. Any other 404 is a wrong mount, or not a Vault. */
async function readKey(ask: Ask, name: string): Promise<Readonly<Record<string, unknown>> | null> {
  const answer = await ask('GET', `keys/${name}`);
  if (answer.status === 200) return dataOf(answer);
  if (answer.status === 404 && errorsOf(answer)?.length === 0) return null;
  throw refused(`to read ${name}`, answer);
}

function askVault(options: VaultTransitOptions): Ask {
  const { token, namespace, mount = 'transit', timeoutMs } = options;
  checkOption(SERVICE, 'token', token, HEADER_VALUE);
  checkOption(SERVICE, 'keyPrefix', options.keyPrefix, KEY_PREFIX);
  checkOption(SERVICE, 'mount', mount, /^[\w-]+(\/[\w-]+)*$/);
  if (namespace !== undefined) checkOption(SERVICE, 'namespace', namespace, HEADER_VALUE);
  const base = keyServiceAddress(SERVICE, options.address).href.replace(/\/+$/, '');
  const headers = {
    'content-type': 'application/json',
    'x-vault-token': token,
    // Refuses requests that a browser was tricked into sending, where the operator asks for it.
    'x-vault-request': 'true',
    ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
  };
  return (method, path, body) =>
    callRemoteKeys({
      service: SERVICE,
      timeoutMs,
      prepare: async () => ({
        url: new URL(`${base}/v1/${mount}/${path}`),
        init: { method, headers, ...(body && { body: JSON.stringify(body) }) },
      }),
    });
}

/** Binds a wrapped key to its epoch, itself and its subject. */
function associatedData(epoch: number, { keyId, subjectId }: WrapContext): string {
  return Buffer.from(`barrier wrapped key 1/${epoch}/${keyId}/${subjectId}`, 'utf8').toString('base64');
}

function dataOf({ body }: KeyServiceAnswer): Record<string, unknown> {
  return typeof body.data === 'object' && body.data !== null ? { ...body.data } : {};
}

function errorsOf({ body }: KeyServiceAnswer): string[] | null {
  return Array.isArray(body.errors) ? body.errors.filter((error) => typeof error === 'string') : null;
}

function speaksOfCiphertext(answer: KeyServiceAnswer): boolean {
  const errors = errorsOf(answer)?.join('\n') ?? '';
  return answer.status === 400 && /message authentication failed|invalid ciphertext/i.test(errors);
}

function textOf(value: unknown, operation: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PrivacyError('KEY_PROVIDER', `${SERVICE} answered ${operation} in an unknown form.`);
}

/** Without the words of Vault, which may quote what was asked. */
function refused(what: string, { status }: KeyServiceAnswer): PrivacyError {
  const reason = status === 403 ? 'the token has expired, or its policy does not allow it' : 'look into its log';
  return new PrivacyError('KEY_PROVIDER', `${SERVICE} refused ${what} (status ${status}): ${reason}.`);
}
