import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentInWords, contentOf, flagCell, moneyCell, moneyText, numberCell } from './parse-cells.ts';

describe('A price in a cell', () => {
  it.each([
    ['12.90', 1290],
    ['12,90', 1290],
    ['12.9', 1290],
    ['1299', 129_900],
    ['1,299.00', 129_900],
    ['1.299,00', 129_900],
    ["1'299.50", 129_950],
    ['€ 12.90', 1290],
    ['12,90 €', 1290],
    ['0.00', 0],
    ['1,234,567.89', null],
  ])('%s is %s in minor units', (cell, amount) => {
    if (amount === null) expect(() => moneyCell(cell, 'Price')).toThrow(/too high/);
    else expect(moneyCell(cell, 'Price')).toBe(amount);
  });

  it.each(['1,299', '-3', 'free', '12.345', '1.2.3', '12,90,10', '€', '1e3'])('%s is refused', (cell) => {
    expect(() => moneyCell(cell, 'Variant Price')).toThrow(/^Variant Price: /);
  });

  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (amount) => {
        expect(moneyCell(moneyText(amount), '')).toBe(amount);
      }),
    );
  });
});

describe('Other cells', () => {
  it('state content in units that are known', () => {
    expect(contentOf('1', 'kg')).toEqual({ contentAmount: 1000, contentUnit: 'G' });
    expect(contentOf('7,5', 'cl')).toEqual({ contentAmount: 75, contentUnit: 'ML' });
    expect(contentOf('3', 'm')).toBeNull();
    expect(contentInWords('1.5 l')).toEqual({ contentAmount: 1500, contentUnit: 'ML' });
    expect(contentInWords('L')).toBeNull();
    expect(contentInWords('XL 50 ml')).toBeNull();
  });

  it('state numbers and flags, or are refused', () => {
    expect(numberCell('226.796', 'Grams', 1000)).toBe(227);
    expect(() => numberCell('many', 'Qty', 1000)).toThrow(/Qty/);
    expect(() => numberCell('1001', 'Qty', 1000)).toThrow(/1000/);
    expect([flagCell('TRUE', ''), flagCell('continue', ''), flagCell('deny', ''), flagCell(' ', '')]).toEqual([
      true,
      true,
      false,
      null,
    ]);
    expect(() => flagCell('maybe', 'Taxable')).toThrow(/Taxable/);
  });
});
