import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLocalKeyring } from './local-keyring.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'barrier-keyring-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const context = () => ({ keyId: randomUUID(), subjectId: randomUUID() });

it('A keyring unwraps what it wrapped, after a restart too, and only its own user can read it', async () => {
  const file = join(folder, 'data/keyring.json');
  const keyring = createLocalKeyring(file);
  await keyring.createEpoch(1);
  const [dataKey, place] = [randomBytes(32), context()];
  const wrapped = await keyring.wrap(1, dataKey, place);
  expect(wrapped.includes(dataKey)).toBe(false);
  expect(await createLocalKeyring(file).unwrap(1, wrapped, place)).toEqual(dataKey);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['keyring.json']);
});

it('A wrapped key opens for its own key id, subject and epoch alone', async () => {
  const keyring = createLocalKeyring(join(folder, 'keyring.json'));
  await keyring.createEpoch(1);
  await keyring.createEpoch(2);
  const place = context();
  const wrapped = await keyring.wrap(1, randomBytes(32), place);
  const tampered = expect.objectContaining({ code: 'TAMPERED' }) as Error;
  await expect(keyring.unwrap(1, wrapped, { ...place, keyId: randomUUID() })).rejects.toEqual(tampered);
  await expect(keyring.unwrap(1, wrapped, { ...place, subjectId: randomUUID() })).rejects.toEqual(tampered);
  await expect(keyring.unwrap(2, wrapped, place)).rejects.toEqual(tampered);
});

it('Making an epoch again changes nothing; a destroyed one is gone from the file and for every process', async () => {
  const file = join(folder, 'keyring.json');
  const [keyring, other] = [createLocalKeyring(file), createLocalKeyring(file)];
  const place = context();
  await keyring.createEpoch(1);
  const wrapped = await other.wrap(1, randomBytes(32), place);
  const before = readFileSync(file, 'utf8');
  await keyring.createEpoch(1);
  expect(readFileSync(file, 'utf8')).toBe(before);

  await keyring.createEpoch(2);
  await keyring.destroyEpoch(1);
  await keyring.destroyEpoch(1);
  await other.refresh?.();
  const gone = expect.objectContaining({ code: 'EPOCH_GONE' }) as Error;
  for (const one of [keyring, other, createLocalKeyring(file)]) {
    await expect(one.unwrap(1, wrapped, place)).rejects.toEqual(gone);
    await expect(one.wrap(2, randomBytes(32), place)).resolves.toHaveLength(60);
  }
});

it('A keyring that others can read is refused with a word on how to mend it', async () => {
  const file = join(folder, 'keyring.json');
  await createLocalKeyring(file).createEpoch(1);
  chmodSync(file, 0o644);
  expect(() => createLocalKeyring(file)).toThrow(/0600/);
});
