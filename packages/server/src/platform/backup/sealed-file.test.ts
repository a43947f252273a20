import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { open, seal } from './sealed-file.ts';

const SECRET = '0f'.repeat(32);
const HEAD = { part: 'data', at: '2026-01-02T03:04:05.678Z' } as const;
const CHUNK = 64 * 1024;
const TAG = 16;

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const sealed = (plain: Buffer) => collect(seal(inPieces(plain, 50_000), SECRET, HEAD));
const opened = (file: Buffer, secret = SECRET, part: 'data' | 'keys' = 'data', size = 30_011) =>
  collect(open(inPieces(file, size), secret, part));

it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_000])(
  'What is sealed opens again: %d bytes',
  async (length) => {
    const plain = randomBytes(length);
    const file = await sealed(plain);
    expect((await opened(file)).equals(plain)).toBe(true);
    expect((await opened(file, SECRET, 'data', 997)).equals(plain)).toBe(true);
    expect(length > 16 && file.includes(plain.subarray(0, 16))).toBe(false);
  },
);

it('Twice the same is sealed under two keys', async () => {
  const [one, other] = [await sealed(Buffer.alloc(100)), await sealed(Buffer.alloc(100))];
  expect(one.subarray(-116).equals(other.subarray(-116))).toBe(false);
});

it('A file that was cut short, at whatever place, does not open', async () => {
  const file = await sealed(Buffer.alloc(2 * CHUNK + 100, 7));
  const start = file.indexOf('\n') + 1;
  const ends = [0, 10, start, start + 5, start + CHUNK + TAG, start + 2 * (CHUNK + TAG), file.length - 1];
  for (const end of ends) await expect(opened(file.subarray(0, end))).rejects.toMatchObject({ code: 'BAD_BACKUP' });
});

it('A file that was changed, lengthened or put together anew does not open', async () => {
  const file = await sealed(Buffer.alloc(2 * CHUNK + 100, 7));
  const start = file.indexOf('\n') + 1;
  const at = (chunk: number) => start + chunk * (CHUNK + TAG);
  const flipped = (place: number) => {
    const copy = Buffer.from(file);
    copy[place] = (copy[place] ?? 0) ^ 1;
    return copy;
  };
  const swapped = Buffer.concat([
    file.subarray(0, start),
    file.subarray(at(1), at(2)),
    file.subarray(at(0), at(1)),
    file.subarray(at(2)),
  ]);
  const longer = Buffer.concat([file, file.subarray(at(2))]);
  const doubled = Buffer.concat([file.subarray(0, at(1)), file.subarray(at(0))]);
  const older = Buffer.from(file.toString('latin1').replace('2026-01-02', '2026-01-09'), 'latin1');
  for (const wrong of [flipped(at(0)), flipped(file.length - 1), flipped(at(1) - 1), swapped, longer, doubled, older]) {
    await expect(opened(wrong)).rejects.toMatchObject({ code: 'BAD_BACKUP' });
  }
});

it('Neither another key nor another part opens it', async () => {
  const file = await sealed(Buffer.alloc(100));
  await expect(opened(file, 'f0'.repeat(32))).rejects.toThrow(/another BACKUP_KEY/);
  await expect(opened(file, SECRET, 'keys')).rejects.toThrow('This is a backup of the data, not of the keys.');
  await expect(opened(Buffer.from('SQLite format 3\0\n'))).rejects.toThrow('The file is no backup of this program.');
});
