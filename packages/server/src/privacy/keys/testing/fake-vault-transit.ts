import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type LoopbackServer, startLoopbackServer, textField, type WireAnswer } from './loopback-server.ts';

/** Who may call, and which Vault it is. */
export interface FakeVaultOptions {
  readonly token: string;
  readonly namespace?: string;
  readonly mount?: string;
  /** False for a Vault before 1.13, which ignores associated data. */
  readonly knowsAssociatedData?: boolean;
  /** False for a token whose policy has no `create` on `encrypt/`. */
  readonly mayUpsert?: boolean;
}

/** A transit key in the fake. */
interface FakeTransitKey {
  readonly secret: Buffer;
  readonly properties: Record<string, unknown>;
}

/** A Vault on loopback. */
interface FakeVault extends LoopbackServer {
  readonly keys: Map<string, FakeTransitKey>;
}

type Input = Readonly<Record<string, unknown>>;

const refusal = (status: number, ...errors: string[]): WireAnswer => ({ status, body: { errors } });

/**
 * The documented part of Vault's transit engine that the key provider uses, with real AES-256-GCM over keys in memory, the check of
 * token and namespace, and its habit of making a key when asked to encrypt under one that is not there.
 */
export async function startFakeVault(options: FakeVaultOptions): Promise<FakeVault> {
  const { token, namespace, mount = 'transit', knowsAssociatedData = true, mayUpsert = true } = options;
  const keys = new Map<string, FakeTransitKey>();

  const create = (name: string, input: Input) => {
    if (input.type !== undefined && input.type !== 'aes256-gcm96') {
      return refusal(400, `key type ${textField(input.type)} not supported for this operation`);
    }
    const defaults = { type: 'aes256-gcm96', derived: false, exportable: false, allow_plaintext_backup: false };
    const properties = { name, deletion_allowed: false, latest_version: 1, ...defaults, ...input };
    if (!keys.has(name)) keys.set(name, { secret: randomBytes(32), properties });
    return { status: 200, body: { data: keys.get(name)?.properties } };
  };
  const associated = (input: Input) =>
    Buffer.from(knowsAssociatedData ? textField(input.associated_data) : '', 'base64');

  const encrypt = (name: string, input: Input): WireAnswer => {
    if (!keys.has(name)) {
      if (!mayUpsert) return refusal(403, '1 error occurred:\n\t* permission denied\n\n');
      const made = create(name, { ...(input.type !== undefined && { type: input.type }) });
      if (made.status !== 200) return made;
    }
    const key = keys.get(name);
    if (!key) return refusal(400, 'encryption key not found');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(associated(input));
    const sealed = [
      cipher.update(Buffer.from(textField(input.plaintext), 'base64')),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    const ciphertext = `vault:v1:${Buffer.concat([nonce, ...sealed]).toString('base64')}`;
    return { status: 200, body: { data: { ciphertext, key_version: 1 } } };
  };

  const decrypt = (name: string, input: Input): WireAnswer => {
    const key = keys.get(name);
    if (!key) return refusal(400, 'encryption key not found');
    const [, encoded] = /^vault:v1:(.+)$/.exec(textField(input.ciphertext)) ?? [];
    if (!encoded) return refusal(400, 'invalid ciphertext: no prefix');
    const sealed = Buffer.from(encoded, 'base64');
    if (sealed.length < 28) return refusal(400, 'invalid ciphertext length');
    const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(0, 12));
    decipher.setAAD(associated(input)).setAuthTag(sealed.subarray(-16));
    try {
      const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
      return { status: 200, body: { data: { plaintext: plain.toString('base64') } } };
    } catch {
      return refusal(400, 'cipher: message authentication failed');
    }
  };

  const onKey = (method: string, name: string, config: boolean, input: Input): WireAnswer => {
    const key = keys.get(name);
    if (method === 'POST' && !config) return create(name, input);
    if (method === 'POST') {
      if (!key) return refusal(400, `no existing key named ${name} could be found`);
      Object.assign(key.properties, input);
      return { status: 200, body: { data: key.properties } };
    }
    if (method === 'DELETE') {
      if (!key) return refusal(400, `error deleting policy ${name}: could not delete key; not found`);
      if (!key.properties.deletion_allowed)
        return refusal(400, `error deleting policy ${name}: deletion is not allowed for this key`);
      keys.delete(name);
      return { status: 204 };
    }
    return key ? { status: 200, body: { data: key.properties } } : refusal(404);
  };

  const service = await startLoopbackServer((request) => {
    const { 'x-vault-token': given, 'x-vault-namespace': givenNamespace } = request.headers;
    if (given !== token || givenNamespace !== namespace) return refusal(403, 'permission denied');
    const prefix = `/v1/${mount}/`;
    if (!request.url.startsWith(prefix))
      return refusal(404, `no handler for route "${request.url.slice(4)}". route entry not found.`);
    const [kind, name = '', config] = request.url.slice(prefix.length).split('/');
    const input = (request.body ? JSON.parse(request.body) : {}) as Input;
    if (kind === 'keys') return onKey(request.method, name, config === 'config', input);
    if (request.method === 'POST' && kind === 'encrypt') return encrypt(name, input);
    if (request.method === 'POST' && kind === 'decrypt') return decrypt(name, input);
    return refusal(404, 'unsupported path');
  });
  return Object.assign(service, { keys });
}
