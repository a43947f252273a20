import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { type LoopbackServer, startLoopbackServer, textField, type WireAnswer } from './loopback-server.ts';
import { findSignatureFault } from './sigv4.ts';

/** Who may call. */
interface FakeAwsKmsOptions {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A key in the fake, with the state that a test may set. */
interface FakeKmsKey {
  readonly id: string;
  readonly arn: string;
  readonly secret: Buffer;
  state: 'Enabled' | 'Disabled' | 'Unavailable' | 'PendingDeletion';
  deletionDate: number | null;
}

/** A KMS on loopback. */
export interface FakeAwsKms extends LoopbackServer {
  readonly keys: Map<string, FakeKmsKey>;
  readonly aliases: Map<string, string>;
}

type Input = Readonly<Record<string, unknown>>;

/** AWS reports a refusal with status 400 and its type. */
class Refusal extends Error {}

const ID_LENGTH = 36;

/**
 * The documented part of AWS KMS that the key provider uses, with real AES-256-GCM over keys in memory, states of keys, and
 * the check of each request's signature.
 */
export async function startFakeAwsKms(options: FakeAwsKmsOptions): Promise<FakeAwsKms> {
  const keys = new Map<string, FakeKmsKey>();
  const aliases = new Map<string, string>();

  const find = (keyId: unknown) => {
    const id = textField(keyId);
    const key = keys.get(aliases.get(id) ?? id.slice(id.indexOf(':key/') < 0 ? 0 : id.indexOf(':key/') + 5));
    if (!key) throw new Refusal('NotFoundException');
    return key;
  };
  const usable = (keyId: unknown) => {
    const key = find(keyId);
    if (key.state === 'Disabled') throw new Refusal('DisabledException');
    if (key.state !== 'Enabled') throw new Refusal('KMSInvalidStateException');
    return key;
  };
  const metadata = (key: FakeKmsKey) => ({
    KeyMetadata: {
      KeyId: key.id,
      Arn: key.arn,
      KeyState: key.state,
      ...(key.deletionDate && { DeletionDate: key.deletionDate }),
    },
  });

  const operations: Readonly<Record<string, (input: Input) => unknown>> = {
    CreateKey: ({ KeySpec, KeyUsage }) => {
      if (KeySpec !== 'SYMMETRIC_DEFAULT' || KeyUsage !== 'ENCRYPT_DECRYPT') throw new Refusal('ValidationException');
      const id = randomUUID();
      const arn = `arn:aws:kms:${options.region}:111122223333:key/${id}`;
      const key: FakeKmsKey = { id, arn, secret: randomBytes(32), state: 'Enabled', deletionDate: null };
      keys.set(id, key);
      return metadata(key);
    },
    CreateAlias: ({ AliasName, TargetKeyId }) => {
      if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(textField(AliasName))) throw new Refusal('InvalidAliasNameException');
      if (aliases.has(textField(AliasName))) throw new Refusal('AlreadyExistsException');
      aliases.set(textField(AliasName), usable(TargetKeyId).id);
      return undefined;
    },
    DescribeKey: ({ KeyId }) => metadata(find(KeyId)),
    Encrypt: ({ KeyId, Plaintext, EncryptionContext }) => {
      const key = usable(KeyId);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(associated(EncryptionContext));
      const sealed = [cipher.update(Buffer.from(textField(Plaintext), 'base64')), cipher.final(), cipher.getAuthTag()];
      return {
        KeyId: key.arn,
        CiphertextBlob: Buffer.concat([Buffer.from(key.id), nonce, ...sealed]).toString('base64'),
      };
    },
    Decrypt: ({ KeyId, CiphertextBlob, EncryptionContext }) => {
      const key = usable(KeyId);
      const blob = Buffer.from(textField(CiphertextBlob), 'base64');
      if (blob.length < ID_LENGTH + 28) throw new Refusal('InvalidCiphertextException');
      if (blob.subarray(0, ID_LENGTH).toString() !== key.id) throw new Refusal('IncorrectKeyException');
      const decipher = createDecipheriv('aes-256-gcm', key.secret, blob.subarray(ID_LENGTH, ID_LENGTH + 12));
      decipher.setAAD(associated(EncryptionContext)).setAuthTag(blob.subarray(-16));
      try {
        const plain = Buffer.concat([decipher.update(blob.subarray(ID_LENGTH + 12, -16)), decipher.final()]);
        return { KeyId: key.arn, Plaintext: plain.toString('base64') };
      } catch {
        throw new Refusal('InvalidCiphertextException');
      }
    },
    ScheduleKeyDeletion: ({ KeyId, PendingWindowInDays }) => {
      // The one operation here that takes no alias.
      if (textField(KeyId).startsWith('alias/')) throw new Refusal('NotFoundException');
      const days = Number(PendingWindowInDays);
      if (!(days >= 7 && days <= 30)) throw new Refusal('ValidationException');
      const key = find(KeyId);
      if (key.state === 'PendingDeletion') throw new Refusal('KMSInvalidStateException');
      key.state = 'PendingDeletion';
      key.deletionDate = Date.now() / 1000 + days * 86_400;
      return { KeyId: key.arn, KeyState: key.state, DeletionDate: key.deletionDate, PendingWindowInDays: days };
    },
  };

  const service = await startLoopbackServer((request): WireAnswer => {
    const { region, accessKeyId, secretAccessKey, sessionToken } = options;
    try {
      const fault = findSignatureFault(request, {
        region,
        accessKeyId,
        secretAccessKey,
        service: 'kms',
        now: new Date(),
      });
      if (fault) throw new Refusal(fault);
      if (request.headers['x-amz-security-token'] !== sessionToken) throw new Refusal('UnrecognizedClientException');
      if (request.headers['content-type'] !== 'application/x-amz-json-1.1')
        throw new Refusal('UnknownOperationException');
      const operation = operations[String(request.headers['x-amz-target']).replace(/^TrentService\./, '')];
      if (request.method !== 'POST' || request.url !== '/' || !operation)
        throw new Refusal('UnknownOperationException');
      return { status: 200, body: operation(JSON.parse(request.body) as Input) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 400, body: { __type: error.message, message: 'Words that may quote the request.' } };
    }
  });
  return Object.assign(service, { keys, aliases });
}

/** KMS compares the pairs, in whatever order. */
function associated(context: unknown): Buffer {
  const pairs = Object.entries((context ?? {}) as Readonly<Record<string, string>>);
  return Buffer.from(JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1))), 'utf8');
}
