import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromSpreadsheetCell, toSpreadsheetCell } from './spreadsheet-cells.ts';

it.each(['=1+1', '+cmd|x', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x', "'=1", '-', '- Rinse.'])(
  'No cell is written that a spreadsheet would run: %j',
  (cell) => {
    expect(toSpreadsheetCell(cell)).toBe(`'${cell}`);
    expect(fromSpreadsheetCell(`'${cell}`)).toBe(cell);
  },
);

it.each(['-2', '+12.90', '-1,5', "'s Morgens", "'", '', 'a=b', '50 ml', '"'])('%j is written as it is', (cell) => {
  expect(toSpreadsheetCell(cell)).toBe(cell);
  expect(fromSpreadsheetCell(cell)).toBe(cell);
});

it('Reading gives back whatever was written', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', 'a', '＝'), maxLength: 6 });
  fc.assert(
    fc.property(cell, (text) => {
      expect(fromSpreadsheetCell(toSpreadsheetCell(text))).toBe(text);
    }),
  );
});
