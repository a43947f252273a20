import { expect, it } from 'vitest';
import { CanaryScan } from './canary-scan.ts';
import { createCanarySearch } from './canary-search.ts';
import { createCanaryWords } from './canary-words.ts';
import type { ScanSource } from './scan-source.ts';

const words = createCanaryWords('0f'.repeat(32));
const search = createCanarySearch(words);
const NAME = Buffer.from(words.word('order.recipientName'));
const NOTHING = Buffer.from('nothing');

/** A source in memory that tells what of it is read. */
function source(name: string, chunks: Buffer[], onRead: (at: number) => void = () => undefined): ScanSource {
  return {
    name,
    async *read(from) {
      for (let at = from; at < chunks.length; at += 1) {
        onRead(at);
        yield { bytes: chunks[at] ?? NOTHING, next: at + 1 };
      }
    },
  };
}

it('A run that has no more time is gone on with, and what was found stays found until its place is looked through again', async () => {
  const read: string[] = [];
  const first = [NAME, NOTHING];
  const scan = new CanaryScan({
    search,
    sources: async () => [
      source('one', first, (at) => read.push(`one ${at}`)),
      source('two', [NOTHING], (at) => read.push(`two ${at}`)),
    ],
    budgetMs: 0,
  });
  expect(await scan.run()).toEqual({ found: ['NAME in one'], places: 2, complete: false });
  first[0] = NOTHING;
  expect(await scan.run()).toMatchObject({ found: ['NAME in one'], complete: false });
  expect(await scan.run()).toMatchObject({ found: ['NAME in one'], complete: false });
  expect(read).toEqual(['one 0', 'one 1', 'two 0']);
  for (let runs = 0; runs < 3; runs += 1) await scan.run();
  expect((await scan.run())?.found).toEqual([]);
});

it('What is closer to a finding is looked through too, once', async () => {
  const closer = async () => [source('table', [NAME])];
  const files = ['file', 'file-wal'].map((name) => ({ ...source(name, [NAME]), closer }));
  const scan = new CanaryScan({ search, sources: async () => files });
  expect(await scan.run()).toEqual({
    found: ['NAME in file', 'NAME in file-wal', 'NAME in table'],
    places: 3,
    complete: true,
  });
});

it('A run that is stopped answers nothing', async () => {
  const scan: CanaryScan = new CanaryScan({
    search,
    sources: async () => [source('one', [NOTHING, NOTHING], () => scan.stop())],
  });
  expect(await scan.run()).toBeNull();
});
