import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermDictionary } from './term-dictionary.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'o'), minLength: 1, maxLength: 8 });

function found(visit: (take: (number: number) => boolean) => void): Set<number> {
  const numbers = new Set<number>();
  visit((number) => {
    numbers.add(number);
    return true;
  });
  return numbers;
}

describe('A dictionary of terms', () => {
  it('finds by beginning and by end what a look at every term finds, while terms come and go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), word), { maxLength: 300 }),
        fc.array(word, { maxLength: 5 }),
        (changes, asked) => {
          const dictionary = new TermDictionary();
          const terms = new Map<string, number>();
          changes.forEach(([add, term], step) => {
            const known = terms.get(term);
            if (add) terms.set(term, dictionary.add(term));
            else if (known !== undefined) {
              dictionary.remove(known);
              terms.delete(term);
            }
            // Asked in between, the orders are kept up in place from then on.
            if (step === 20) dictionary.forEachWithPrefix('a', () => true);
          });
          for (const part of asked) {
            const begins = [...terms].filter(([term]) => term.startsWith(part)).map(([, number]) => number);
            expect(found((take) => dictionary.forEachWithPrefix(part, take))).toEqual(new Set(begins));
            const ends = [...terms].filter(([term]) => term.endsWith(part) && term.length >= part.length + 3);
            expect(found((take) => dictionary.forEachCompound(part, take))).toEqual(
              new Set(ends.map(([, number]) => number)),
            );
          }
          expect(dictionary.size).toBe(terms.size);
        },
      ),
    );
  });

  it('forgives one typing error in a word of four letters and two in one of eight, also while it is being typed', () => {
    const dictionary = new TermDictionary();
    const serum = dictionary.add('serum');
    const hyaluronic = dictionary.add('hyaluronic');
    expect(dictionary.near('serun')).toEqual([serum]);
    expect(dictionary.near('sreum')).toEqual([serum]);
    expect(dictionary.near('srm')).toEqual([]);
    expect(dictionary.near('hyalurnoic')).toEqual([hyaluronic]);
    expect(dictionary.near('hialuro')).toEqual([hyaluronic]);
  });

  it('looks behind other first letters only if there is nothing behind the right one', () => {
    const dictionary = new TermDictionary();
    const toner = dictionary.add('toner');
    expect(dictionary.near('roner')).toEqual([toner]);
    const ronex = dictionary.add('ronex');
    expect(dictionary.near('roner')).toEqual([ronex]);
  });
});
