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
    ['12,– €', 1200],
    ['1’299.50', 129_950],
    ['１２.９０', 1290],
    ['0.00', 0],
    ['1,234,567.89', null],
  ])('%s is %s in minor units', (cell, amount) => {
    if (amount === null) expect(() => moneyCell(cell, 'Price', 'EUR')).toThrow(/too high/);
    else expect(moneyCell(cell, 'Price', 'EUR')).toBe(amount);
  });

  it.each(['1,299', '-3', 'free', '12.345', '1.2.3', '12,90,10', '€', '1e3'])('%s is refused', (cell) => {
    expect(() => moneyCell(cell, 'Variant Price', 'EUR')).toThrow(/^Variant Price: /);
  });

  it.each([
    ['EUR', ['€12.90', '12.90€', '12,90\u00a0€', 'EUR 12.90', '12.90 eur', 'EUR12.90', '€ 12.90 EUR', '12.90 euros']],
    ['USD', ['$12.90', 'US$ 12.90', '12.90 USD', '12,90\u202f$', '12.90美元']],
    ['GBP', ['£12.90', '12.90 GBP', 'GBP 12.90']],
    ['CNY', ['¥12.90', '￥12.90', 'CN¥12.90', '12.90元', 'CNY 12.90', 'RMB 12.90', '12.90人民币']],
  ] as const)('of a file in %s may have its sign, code or name beside it', (currency, cells) => {
    for (const cell of cells) expect([cell, moneyCell(cell, 'Price', currency)]).toEqual([cell, 1290]);
  });

  it.each([
    [
      'EUR',
      [
        'CHF 12.90',
        '12.90 CHF',
        '$12.90',
        'US$12.90',
        '£ 12.90',
        '12.90 kr',
        'Fr. 12.90',
        'EUR 12.90 CHF',
        'each 12.90',
      ],
    ],
    ['USD', ['€12.90', 'A$12.90', 'CA$ 12.90', 'HK$12.90', '12.90 CAD', '¥12.90']],
    ['GBP', ['€12.90', '12.90 EGP', 'E£12.90']],
    ['CNY', ['$12.90', 'JPY 12.90', 'NT$12.90', 'HK$ 12.90', '12.90美元']],
  ] as const)('of a file in %s is refused with another sign, and the currency named', (currency, cells) => {
    for (const cell of cells) {
      expect(() => moneyCell(cell, 'Variant Price', currency), cell).toThrow(
        `Variant Price: an amount in ${currency} is wanted`,
      );
    }
  });

  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (amount) => {
        expect(moneyCell(moneyText(amount), '', 'EUR')).toBe(amount);
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
