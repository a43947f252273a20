import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readCsvRecords } from './read-csv-records.ts';
import { type Line, TOO_LONG } from './read-lines.ts';

async function* linesOf(text: string): AsyncGenerator<Line> {
  let number = 0;
  for (const [whole = '', body = '', end = ''] of text.matchAll(/([^\n]*?)(\r?\n|$)/g)) {
    if (whole !== '') yield { number: ++number, text: body, end };
  }
}

/** The records as `line: cells`, or `line!` for one that is refused. */
async function read(text: string): Promise<string[]> {
  const records: string[] = [];
  for await (const record of readCsvRecords(linesOf(text))) {
    records.push('cells' in record ? `${record.line}: ${record.cells.join(' | ')}` : `${record.line}!`);
  }
  return records;
}

describe('Reading a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,"x, y"\n'],
    ['semicolons', 'a;b\n1;"x, y"\n'],
    ['tabs', 'a\tb\n1\t"x, y"\n'],
    ['a declared delimiter', 'sep=|\na|b\n1|"x, y"\n'],
  ])('takes %s', async (_what, text) => {
    expect((await read(text)).map((record) => record.replace(/^\d+: /, ''))).toEqual(['a | b', '1 | x, y']);
  });

  it('keeps line breaks in quotes and numbers records by their first line, whichever way lines end', async () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['a,b', '1,"x', 'y"', '', '2,z'].join(end);
      expect(await read(text)).toEqual(['1: a | b', `2: 1 | x${end}y`, '5: 2 | z']);
    }
  });

  it.each([
    ['a quote inside a cell', '2,5" wide', ['1: a | b', '2: 1 | x', '3!', '4: 3 | z']],
    ['text after a closing quote', '2,"five"inch', ['1: a | b', '2: 1 | x', '3!', '4: 3 | z']],
    ['a quote that is never closed', '2,"five', ['1: a | b', '2: 1 | x', '3!', '4: 3 | z']],
    ['more cells than the header has', '2,y,z', ['1: a | b', '2: 1 | x', '3!', '4: 3 | z']],
    ['fewer cells, which is allowed', '2', ['1: a | b', '2: 1 | x', '3: 2', '4: 3 | z']],
  ])('gives up only the line with %s', async (_what, line, expected) => {
    expect(await read(`a,b\n1,x\n${line}\n3,z\n`)).toEqual(expected);
  });

  it('is not led astray by a stray quote among records over several lines', async () => {
    const good = '"many\nlines",x\n';
    const text = `a,b\n${good}5" wide,y\n${good}${good}7" wide,z\n${good}`;
    expect(await read(text)).toEqual([
      '1: a | b',
      '2: many\nlines | x',
      '4!',
      '5: many\nlines | x',
      '7: many\nlines | x',
      '9!',
      '10: many\nlines | x',
    ]);
  });

  it('reads back whatever was written', async () => {
    // A cell that a trimming reader would change says nothing here.
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'ä', '保', ' '), maxLength: 8 });
    const rows = fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = stringify([['h', 'i', 'j'], ...written], { record_delimiter: 'unix' });
        const cells: (readonly string[])[] = [];
        for await (const record of readCsvRecords(linesOf(text))) if ('cells' in record) cells.push(record.cells);
        expect(cells.slice(1)).toEqual(written);
      }),
    );
  });

  it('refuses a line that is too long by itself, also within open quotes, and reads on after it', async () => {
    async function* lines(): AsyncGenerator<Line> {
      for (const [at, text] of ['a,b', '1,x', '2,"open', 'k,"long', '3,z'].entries()) {
        yield { number: at + 1, text, end: '\n', ...(at === 3 ? { tooLong: true } : {}) };
      }
    }
    const records: CsvRecord[] = [];
    for await (const record of readCsvRecords(lines())) records.push(record);
    expect(records[2]).toHaveProperty(
      'reason',
      'The quotes of this line are wrong: one is missing, or one stands in the middle of a cell.',
    );
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, cells: ['1', 'x'] },
      { line: 3 },
      { line: 4, reason: TOO_LONG, lead: ['k'] },
      { line: 5, cells: ['3', 'z'] },
    ]);
  });

  it('says so if the file is empty', async () => {
    await expect(read('')).rejects.toThrow('The file is empty.');
  });
});
