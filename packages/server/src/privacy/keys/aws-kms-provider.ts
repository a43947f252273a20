import { PrivacyError } from '../privacy-error.ts';
import { type AskKms, type AwsKmsOptions, askAwsKms, KMS } from './ask-aws-kms.ts';
import type { KeyProvider, WrapContext } from './key-provider.ts';

/** The shortest that KMS allows. */
const DELETION_DAYS = 7;

interface KmsKey {
  readonly arn: string;
  readonly state: string;
  readonly deletionDate: Date | null;
}

/**
 * Keeps the key-encryption keys in AWS KMS, one KMS key per epoch, found by alias. The ids of data keys and subjects are the
 * encryption context, and so stand in the account's CloudTrail. Needed are the actions CreateKey, CreateAlias, DescribeKey, Encrypt,
 * Decrypt and ScheduleKeyDeletion. A destroyed epoch opens nothing at once and is final after seven days, until when an administrator
 * of the account could still cancel. What does not fit its context is TAMPERED.
 */
export function createAwsKmsProvider(options: AwsKmsOptions): KeyProvider {
  const ask = askAwsKms(options);
  const alias = (epoch: number) => `alias/${options.keyPrefix}-epoch-${epoch}`;
  // A new alias is not found everywhere at once, but who made the key knows it.
  const made = new Map<number, string>();
  const keyId = (epoch: number) => made.get(epoch) ?? alias(epoch);

  const failure = async (operation: string, epoch: number, error: string): Promise<PrivacyError> => {
    if (error === 'InvalidCiphertextException' || error === 'IncorrectKeyException') {
      return new PrivacyError(
        'TAMPERED',
        `A wrapped key of epoch ${epoch} is not what ${KMS} wrapped, or belongs elsewhere.`,
      );
    }
    const stateMatters = error === 'KMSInvalidStateException';
    const key = stateMatters ? await describeKey(ask, keyId(epoch)) : null;
    if (error === 'NotFoundException' || (stateMatters && (!key || isEnding(key)))) return gone(epoch);
    return refused(operation, `epoch ${epoch}`, error);
  };

  const crypt = async (
    operation: 'Encrypt' | 'Decrypt',
    epoch: number,
    input: Readonly<Record<string, string>>,
    context: WrapContext,
  ) => {
    const answer = await ask(operation, {
      KeyId: keyId(epoch),
      ...input,
      EncryptionContext: { keyId: context.keyId, subjectId: context.subjectId },
    });
    if (answer.error !== null) throw await failure(operation, epoch, answer.error);
    const field = operation === 'Encrypt' ? 'CiphertextBlob' : 'Plaintext';
    return Buffer.from(textOf(answer.body[field], operation), 'base64');
  };

  return {
    createEpoch: async (epoch) => {
      const existing = await describeKey(ask, keyId(epoch));
      if (existing && isEnding(existing)) throw gone(epoch);
      if (existing?.state === 'Enabled') return;
      if (existing) throw refused('the use', `epoch ${epoch}`, existing.state);
      made.set(epoch, await makeKey(ask, alias(epoch)));
    },
    wrap: (epoch, dataKey, context) => crypt('Encrypt', epoch, { Plaintext: dataKey.toString('base64') }, context),
    unwrap: (epoch, wrapped, context) =>
      crypt('Decrypt', epoch, { CiphertextBlob: wrapped.toString('base64') }, context),
    destroyEpoch: async (epoch) => {
      const key = await describeKey(ask, keyId(epoch));
      // Once the seven days are over, KMS forgets the key and its alias.
      if (!key) return new Date();
      if (isEnding(key)) return dateOf(key.deletionDate, 'DescribeKey');
      const answer = await ask('ScheduleKeyDeletion', { KeyId: key.arn, PendingWindowInDays: DELETION_DAYS });
      if (answer.error === null) return dateOf(kmsDate(answer.body.DeletionDate), 'ScheduleKeyDeletion');
      // Another process, or a try whose answer was lost, may have done it.
      const after = await describeKey(ask, key.arn);
      if (after && isEnding(after)) return dateOf(after.deletionDate, 'DescribeKey');
      throw refused('ScheduleKeyDeletion', `epoch ${epoch}`, answer.error);
    },
  };
}

/** Makes a key and gives it the alias, unless another process is quicker; answers the key that has the alias. */
async function makeKey(ask: AskKms, alias: string): Promise<string> {
  const created = await ask('CreateKey', {
    Description: `Barrier: wraps data keys (${alias})`,
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
  });
  if (created.error !== null) throw refused('CreateKey', alias, created.error);
  const { arn } = keyOf(created.body, 'CreateKey');
  const named = await ask('CreateAlias', { AliasName: alias, TargetKeyId: arn });
  if (named.error === null) return arn;
  const holder = await describeKey(ask, alias);
  if (holder?.arn === arn) return arn; // It was named by a try whose answer was lost.
  // While the holder of a taken alias is not to be seen, it may be this very key.
  const superfluous = holder !== null || named.error !== 'AlreadyExistsException';
  if (superfluous) await ask('ScheduleKeyDeletion', { KeyId: arn, PendingWindowInDays: DELETION_DAYS });
  if (!holder) throw refused('CreateAlias', alias, named.error);
  return holder.arn;
}

async function describeKey(ask: AskKms, keyId: string): Promise<KmsKey | null> {
  const answer = await ask('DescribeKey', { KeyId: keyId });
  if (answer.error === null) return keyOf(answer.body, 'DescribeKey');
  if (answer.error === 'NotFoundException') return null;
  throw refused('DescribeKey', keyId, answer.error);
}

function keyOf(body: Readonly<Record<string, unknown>>, operation: string): KmsKey {
  const metadata = typeof body.KeyMetadata === 'object' && body.KeyMetadata !== null ? { ...body.KeyMetadata } : {};
  const { Arn, KeyState, DeletionDate }: Record<string, unknown> = metadata;
  return { arn: textOf(Arn, operation), state: textOf(KeyState, operation), deletionDate: kmsDate(DeletionDate) };
}

function isEnding({ state }: KmsKey): boolean {
  return state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
}

/** KMS counts seconds, with a fraction. */
function kmsDate(value: unknown): Date | null {
  return typeof value === 'number' ? new Date(value * 1000) : null;
}

function dateOf(date: Date | null, operation: string): Date {
  if (!date) throw new PrivacyError('KEY_PROVIDER', `${KMS} answered ${operation} without a date of deletion.`);
  return date;
}

function textOf(value: unknown, operation: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PrivacyError('KEY_PROVIDER', `${KMS} answered ${operation} in an unknown form.`);
}

function gone(epoch: number): PrivacyError {
  return new PrivacyError(
    'EPOCH_GONE',
    `${KMS} has no usable key of epoch ${epoch}: destroyed, or of another account or region.`,
  );
}

function refused(operation: string, what: string, reason: string): PrivacyError {
  return new PrivacyError('KEY_PROVIDER', `${KMS} refused ${operation} for ${what}: ${reason}.`);
}
