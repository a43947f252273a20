import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PrivacyError } from '../../privacy-error.ts';
import type { KeyProvider } from '../key-provider.ts';

/** A provider to hold to the contract, over a store of keys of its own. */
interface ProviderUnderTest extends AsyncDisposable {
  /** Another provider on the same keys is what another process has. */
  connect(): KeyProvider;
  /** A provider whose service is out of reach; none if there is no service. */
  unreachable?(): KeyProvider;
}

const CONTEXT = { keyId: 'key-1', subjectId: 'subject-1' };

/** The error that a call ends with. */
export async function errorOf(call: Promise<unknown>): Promise<PrivacyError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PrivacyError) return error;
  throw new Error('A PrivacyError was expected', { cause: error });
}

/** What every key provider must do. */
export function describeKeyProvider(name: string, start: () => Promise<ProviderUnderTest>): void {
  describe(`${name} keeps the contract of key providers`, () => {
    it('makes an epoch once, however often it is asked', async () => {
      await using service = await start();
      const provider = service.connect();
      const dataKey = randomBytes(32);
      await provider.createEpoch(1);
      const wrapped = await provider.wrap(1, dataKey, CONTEXT);
      await provider.createEpoch(1);
      await service.connect().createEpoch(1);
      expect(await provider.unwrap(1, wrapped, CONTEXT)).toEqual(dataKey);
      expect(await service.connect().unwrap(1, await provider.wrap(1, dataKey, CONTEXT), CONTEXT)).toEqual(dataKey);
    });

    it('makes one key when two processes begin the same epoch at once', async () => {
      await using service = await start();
      const [one, two] = [service.connect(), service.connect()];
      const dataKey = randomBytes(32);
      await Promise.all([one.createEpoch(4), two.createEpoch(4)]);
      expect(await two.unwrap(4, await one.wrap(4, dataKey, CONTEXT), CONTEXT)).toEqual(dataKey);
      expect(await one.unwrap(4, await two.wrap(4, dataKey, CONTEXT), CONTEXT)).toEqual(dataKey);
    });

    it('gives back what it wrapped, and shows nothing of it', async () => {
      await using service = await start();
      const provider = service.connect();
      const dataKey = randomBytes(32);
      await provider.createEpoch(1);
      const wrapped = await provider.wrap(1, dataKey, CONTEXT);
      expect(wrapped.includes(dataKey)).toBe(false);
      expect(wrapped.toString('utf8')).not.toContain(dataKey.toString('base64'));
      expect(await provider.wrap(1, dataKey, CONTEXT)).not.toEqual(wrapped);
      expect(await provider.unwrap(1, wrapped, { ...CONTEXT })).toEqual(dataKey);
    });

    it.each([
      ['another subject', 1, { ...CONTEXT, subjectId: 'subject-2' }],
      ['another key id', 1, { ...CONTEXT, keyId: 'key-2' }],
      ['another epoch', 2, CONTEXT],
    ])('refuses to unwrap for %s', async (_, epoch, context) => {
      await using service = await start();
      const provider = service.connect();
      await provider.createEpoch(1);
      await provider.createEpoch(2);
      const wrapped = await provider.wrap(1, randomBytes(32), CONTEXT);
      expect((await errorOf(provider.unwrap(epoch, wrapped, context))).code).toBe('TAMPERED');
    });

    it('refuses a wrapped key of which one bit was changed', async () => {
      await using service = await start();
      const provider = service.connect();
      await provider.createEpoch(1);
      const wrapped = await provider.wrap(1, randomBytes(32), CONTEXT);
      // Well within the ciphertext, in base64 as in bytes.
      const at = wrapped.length - 12;
      wrapped.writeUInt8(wrapped.readUInt8(at) ^ 1, at);
      expect((await errorOf(provider.unwrap(1, wrapped, CONTEXT))).code).toBe('TAMPERED');
    });

    it('says EPOCH_GONE for an epoch that never was, and makes none by wrapping', async () => {
      await using service = await start();
      const provider = service.connect();
      expect((await errorOf(provider.wrap(9, randomBytes(32), CONTEXT))).code).toBe('EPOCH_GONE');
      expect((await errorOf(provider.wrap(9, randomBytes(32), CONTEXT))).code).toBe('EPOCH_GONE');
    });

    it('says EPOCH_GONE once the epoch is destroyed, in every process, and leaves the others alone', async () => {
      await using service = await start();
      const [one, two] = [service.connect(), service.connect()];
      const dataKey = randomBytes(32);
      await one.createEpoch(1);
      await one.createEpoch(2);
      const [first, second] = [await one.wrap(1, dataKey, CONTEXT), await two.wrap(2, dataKey, CONTEXT)];
      await one.destroyEpoch(1);
      for (const provider of [one, two]) {
        await provider.refresh?.();
        expect((await errorOf(provider.unwrap(1, first, CONTEXT))).code).toBe('EPOCH_GONE');
        expect((await errorOf(provider.wrap(1, dataKey, CONTEXT))).code).toBe('EPOCH_GONE');
        expect(await provider.unwrap(2, second, CONTEXT)).toEqual(dataKey);
      }
    });

    it('destroys an epoch as often as it is asked, with a date that does not come nearer', async () => {
      await using service = await start();
      const provider = service.connect();
      await provider.createEpoch(1);
      const finalAt = await provider.destroyEpoch(1);
      expect((await provider.destroyEpoch(1)).getTime()).toBeGreaterThanOrEqual(finalAt.getTime());
      expect(await service.connect().destroyEpoch(7)).toBeInstanceOf(Date);
    });

    it('says KEY_PROVIDER when the service is out of reach, and claims nothing about the epoch', async () => {
      await using service = await start();
      const provider = service.unreachable?.();
      if (!provider) return;
      const wrapped = randomBytes(60);
      const calls = [
        provider.createEpoch(1),
        provider.wrap(1, wrapped, CONTEXT),
        provider.unwrap(1, wrapped, CONTEXT),
        provider.destroyEpoch(1),
      ];
      for (const error of await Promise.all(calls.map(errorOf))) expect(error.code).toBe('KEY_PROVIDER');
    });
  });
}
