import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Line, LONGEST_LINE, readLines } from './read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'barrier-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function linesOf(text: string): Promise<Line[]> {
  const path = join(folder, 'file');
  writeFileSync(path, text);
  const lines: Line[] = [];
  for await (const line of readLines(path, { bytes: 0, total: 0 })) lines.push(line);
  return lines;
}

it('Lines are read as they stand, however they end and wherever a chunk of the file ends', async () => {
  // Longer than a chunk, with a sign of three bytes across its end.
  const long = `${'x'.repeat(65_535)}保${'y'.repeat(200_000)}`;
  expect(await linesOf(`\ufeffa\r\n\n${long}\r\n${long}\nend\r`)).toEqual([
    { number: 1, text: 'a', end: '\r\n' },
    { number: 2, text: '', end: '\n' },
    { number: 3, text: long, end: '\r\n' },
    { number: 4, text: long, end: '\n' },
    { number: 5, text: 'end\r', end: '' },
  ]);
});

it('A line that is too long is not held: its beginning is told with its number, and the lines after it are read', async () => {
  const most = 'm'.repeat(LONGEST_LINE);
  const lines = await linesOf(`a\nb${most}\n${most}\nc${most}${most}`);
  expect(lines.map(({ number, tooLong }) => [number, tooLong])).toEqual([
    [1, undefined],
    [2, true],
    [3, undefined],
    [4, true],
  ]);
  expect(lines[1]?.text).toMatch(/^bm{0,999}$/);
  expect(lines[2]?.text).toHaveLength(LONGEST_LINE);
});

it('A long line is put together once and not for each chunk of it', async () => {
  // Counted, not timed: what `indexOf` has to look through grows with the file and not with its square.
  const indexOf = String.prototype.indexOf;
  let looked = 0;
  String.prototype.indexOf = function count(this: string, sign: string, from?: number) {
    if (sign === '\n') looked += this.length - (from ?? 0);
    return indexOf.call(this, sign, from);
  };
  try {
    await linesOf('z'.repeat(4_000_000));
  } finally {
    String.prototype.indexOf = indexOf;
  }
  expect(looked).toBeLessThanOrEqual(4_000_000);
});
