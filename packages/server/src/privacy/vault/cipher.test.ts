import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DataKey } from '../keys/data-key.ts';
import { decrypt, encrypt } from './cipher.ts';
import { SEAL_LAYOUT } from './seal-format.ts';
import { type SealBinding, Sealed } from './sealed.ts';

const subjectId = '01990000-0000-7000-8000-000000000001';
const otherId = '01990000-0000-7000-8000-000000000002';
const binding: SealBinding = { field: 'order.email', rowId: '01990000-0000-7000-8000-00000000000a', subjectId };

function buildKey(secret = randomBytes(32), keyId = '01990000-0000-7000-8000-0000000000ff'): DataKey {
  return new DataKey({ keyId, subjectId, generation: 0, expiresAt: Number.POSITIVE_INFINITY, secret });
}

it('What is encrypted comes back byte for byte, whatever its length', () => {
  const key = buildKey();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9_000 }), (plain) => {
      expect(decrypt(key, binding, encrypt(key, binding, Buffer.from(plain))).equals(Buffer.from(plain))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('Any flipped bit of a ciphertext is found, wherever it is', () => {
  const key = buildKey();
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (text, position, bit) => {
      const sealed = encrypt(key, binding, Buffer.from(text));
      const at = position % sealed.length;
      sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
      expect(() => decrypt(key, binding, sealed)).toThrow(expect.objectContaining({ code: 'TAMPERED' }));
    }),
    { numRuns: 2_000 },
  );
});

it('Every byte of a ciphertext counts', () => {
  const key = buildKey();
  const sealed = encrypt(key, binding, Buffer.from('testa@example.com'));
  for (let at = 0; at < sealed.length; at += 1) {
    const copy = Buffer.from(sealed);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    expect(() => decrypt(key, binding, copy), `byte ${at}`).toThrow(expect.objectContaining({ code: 'TAMPERED' }));
  }
});

it('A ciphertext that is cut short is refused', () => {
  const key = buildKey();
  const sealed = encrypt(key, binding, Buffer.from('testa@example.com'));
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => decrypt(key, binding, sealed.subarray(0, length))).toThrow(
      expect.objectContaining({ code: 'TAMPERED' }),
    );
  }
});

it('A ciphertext opens for its own field, row, subject and key alone', () => {
  const key = buildKey();
  const sealed = encrypt(key, binding, Buffer.from('testa@example.com'));
  const elsewhere: SealBinding[] = [
    { ...binding, field: 'order.phone' },
    { ...binding, rowId: otherId },
    { ...binding, subjectId: otherId },
  ];
  for (const place of elsewhere) {
    expect(() => decrypt(key, place, sealed)).toThrow(expect.objectContaining({ code: 'TAMPERED' }));
  }
  expect(() => decrypt(buildKey(), binding, sealed)).toThrow(expect.objectContaining({ code: 'TAMPERED' }));
});

it('The version of the value is bound: raising it in the ciphertext is found', () => {
  const key = buildKey();
  const sealed = encrypt(key, binding, Buffer.from('testa@example.com'));
  sealed.writeUInt32BE(2, SEAL_LAYOUT.version);
  expect(() => decrypt(key, binding, sealed)).toThrow(expect.objectContaining({ code: 'TAMPERED' }));
});

it('Lengths of ciphertexts tell no more than a bucket', () => {
  const key = buildKey();
  const lengths = (from: number, to: number) =>
    new Set(Array.from({ length: to - from + 1 }, (_, i) => encrypt(key, binding, Buffer.alloc(from + i)).length));
  expect(lengths(0, 60).size).toBe(1);
  expect(lengths(61, 124).size).toBe(1);
  expect(lengths(0, 4_092).size).toBe(7);
  expect(lengths(4_093, 8_188).size).toBe(1);
});

it('The same value is never the same ciphertext twice', () => {
  const key = buildKey();
  const sealed = Array.from({ length: 100 }, () => encrypt(key, binding, Buffer.from('same')).toString('hex'));
  expect(new Set(sealed).size).toBe(100);
});

it('A key that expired or was destroyed seals and opens nothing', () => {
  const secret = randomBytes(32);
  const key = buildKey(secret);
  expect(secret.equals(Buffer.alloc(32))).toBe(true);
  const sealed = encrypt(key, binding, Buffer.from('testa@example.com'));
  key.retire('EXPIRED');
  expect(() => decrypt(key, binding, sealed)).toThrow(expect.objectContaining({ code: 'LEASE_EXPIRED' }));
  key.retire('DESTROYED');
  expect(() => decrypt(key, binding, sealed)).toThrow(expect.objectContaining({ code: 'ERASED' }));
  expect(() => encrypt(key, binding, Buffer.from('x'))).toThrow(expect.objectContaining({ code: 'ERASED' }));
});

it('A sealed value shows nothing when it is printed, inspected or turned into text', () => {
  const sealed = new Sealed<string>(encrypt(buildKey(), binding, Buffer.from('testa@example.com')), binding);
  const shown = [
    String(sealed),
    sealed[Symbol.toPrimitive](),
    JSON.stringify({ sealed }),
    inspect(sealed, { depth: 9, showHidden: true }),
  ];
  expect(shown).toEqual(['[sealed]', '[sealed]', '{"sealed":"[sealed]"}', '[sealed]']);
  expect(Object.keys(sealed)).toEqual([]);
});
