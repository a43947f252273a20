import { describe, expect, it } from 'vitest';
import { productFromJson } from './record-from-json.ts';

const good = {
  handle: 'day-cream',
  title: { en: 'Day cream', de: 'Tagescreme' },
  options: [{ name: { en: 'Size' } }],
  variants: [{ optionValues: ['50 ml'], content: { amount: 50, unit: 'ML' }, prices: { EUR: 1990 }, stock: 3 }],
};
const [variant] = good.variants;
const read = (changes: object) => productFromJson(JSON.stringify({ ...good, ...changes }));

describe('A product in a line of JSON', () => {
  it('says all there is: what it leaves out is empty', () => {
    expect(read({})).toMatchObject({
      handle: 'day-cream',
      language: null,
      status: 'ACTIVE',
      texts: { title: { EN: 'Day cream', DE: 'Tagescreme' } },
      category: null,
      ingredients: [],
      pictures: [],
      variants: [{ prices: { EUR: 1990 }, stock: 3, stockTracked: true, sku: null }],
    });
  });

  it.each([
    ['no JSON', '{', /no JSON/],
    ['a field that there is not', { colour: 'red' }, /^colour: there is no such field/],
    ['no title', { title: undefined }, /^title: /],
    ['an unknown language', { title: { fr: 'Crème' } }, /^title\.fr: /],
    ['an empty text', { title: { en: ' ' } }, /^title\.en: a text/],
    ['an unknown skin type', { skinTypes: ['DRY', 'HAIRY'] }, /^skinTypes\[1\]: one of DRY/],
    ['a value twice', { collections: ['new', 'new'] }, /^collections: .*twice/],
    ['a handle with spaces', { handle: 'Day Cream' }, /^handle: /],
    ['a picture that is no web address', { pictures: [{ url: 'javascript:alert(1)' }] }, /^pictures\[0\]\.url: /],
    ['a picture with a password', { pictures: [{ url: 'https://a:b@example.com/x.jpg' }] }, /user and password/],
    ['a colour that is none', { packaging: { form: 'JAR', material: 'ALUMINIUM', tint: 'red' } }, /^packaging\.tint: /],
    ['no variant', { variants: [] }, /^variants: at least one/],
    [
      'a price that is no whole number',
      { variants: [{ ...variant, prices: { EUR: 19.9 } }] },
      /^variants\[0\]\.prices\.EUR: /,
    ],
    [
      'a currency that there is not',
      { variants: [{ ...variant, prices: { DKK: 19 } }] },
      /^variants\[0\]\.prices\.DKK: /,
    ],
    [
      'too many option values',
      { variants: [{ ...variant, optionValues: ['a', 'b'] }] },
      /^variants\[0\]\.optionValues: 1 values/,
    ],
    ['the same variant twice', { variants: [variant, variant] }, /same option values/],
    ['negative stock', { variants: [{ ...variant, stock: -1 }] }, /^variants\[0\]\.stock: /],
  ])('with %s is refused, and the field named', (_what, changes, reason) => {
    const line = typeof changes === 'string' ? changes : JSON.stringify({ ...good, ...changes });
    expect(() => productFromJson(line)).toThrow(reason);
  });
});
