import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openErasureLedger } from './erasure-ledger.ts';

const ONE = { subjectId: '0193a7c4-1111-7abc-8def-000000000001', at: '2026-01-02T03:04:05.678Z' };
const TWO = { subjectId: '0193a7c4-1111-7abc-8def-000000000002', at: '2026-02-03T04:05:06.789Z' };

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'barrier-ledger-'));
  folder = join(parent, 'erasures');
});
afterEach(() => rmSync(parent, { recursive: true }));

const theFile = () => join(folder, readdirSync(folder)[0] ?? '');

it('is empty before the first erasure, and keeps each of them once, since it was first known, for its own user alone', async () => {
  const ledger = openErasureLedger(folder);
  expect(await ledger.read()).toEqual({ erasures: new Map(), damaged: 0 });
  ledger.append([]);
  ledger.append([TWO]);
  ledger.append([ONE, { ...TWO, at: '2026-03-01T00:00:00.000Z' }]);
  const known = [TWO, ONE].map(({ subjectId, at }) => [subjectId, at] as const);
  expect(await openErasureLedger(folder).read()).toEqual({ erasures: new Map(known), damaged: 0 });
  expect((statSync(theFile()).mode & 0o777).toString(8)).toBe('600');
});

it('reads what other machines have put beside its own file', async () => {
  openErasureLedger(folder).append([ONE]);
  writeFileSync(join(folder, 'another-machine.log'), readFileSync(theFile()));
  writeFileSync(theFile(), '');
  openErasureLedger(folder).append([TWO]);
  expect([...(await openErasureLedger(folder).read()).erasures.keys()].sort()).toEqual([ONE.subjectId, TWO.subjectId]);
});

it('loses no erasure to a line that was half-written before it, and tells of that one', async () => {
  const ledger = openErasureLedger(folder);
  ledger.append([ONE]);
  appendFileSync(theFile(), '0193a7c4-1111-7abc');
  ledger.append([TWO]);
  const { erasures, damaged } = await ledger.read();
  expect([[...erasures.keys()], damaged]).toEqual([[ONE.subjectId, TWO.subjectId], 1]);
});

it('takes no line whose subject or moment was changed', async () => {
  const ledger = openErasureLedger(folder);
  ledger.append([ONE]);
  writeFileSync(theFile(), readFileSync(theFile(), 'utf8').replace('000000000001', '000000000009'));
  expect(await ledger.read()).toEqual({ erasures: new Map(), damaged: 1 });
});
