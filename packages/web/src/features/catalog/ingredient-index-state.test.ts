import { describe, expect, it } from 'vitest';
import { byLetter, ingredientsNamed } from './ingredient-index-state.ts';

const named = (inci: string, commonName: string) => ({
  __typename: 'Ingredient' as const,
  slug: inci.toLowerCase().replaceAll(/\W+/g, '-'),
  inci,
  commonName,
  productCount: 1,
});
const ALL = [
  named('Zinc Oxide', 'Zinkoxid'),
  named('Butyrospermum Parkii Butter', 'Sheabutter'),
  named('1,2-Hexanediol', 'Hexandiol'),
  named('Aqua', 'Wasser'),
  named('p-Anisic Acid', 'Anissäure'),
  named('Avena Sativa Kernel Flour', 'Hafermehl'),
];
const slugs = (ingredients: readonly { slug: string }[]) => ingredients.map(({ slug }) => slug);

describe('The index of ingredients', () => {
  it('stands in the order of the names on the pack, numbers first, whatever the case of a letter', () => {
    expect(byLetter(ALL).map(({ letter, ingredients }) => [letter, ...slugs(ingredients)])).toEqual([
      ['#', '1-2-hexanediol'],
      ['A', 'aqua', 'avena-sativa-kernel-flour'],
      ['B', 'butyrospermum-parkii-butter'],
      ['P', 'p-anisic-acid'],
      ['Z', 'zinc-oxide'],
    ]);
  });

  it.each([
    ['shea', ['butyrospermum-parkii-butter']],
    ['anissaure', ['p-anisic-acid']],
    ['OXIDE zinc', ['zinc-oxide']],
    ['hafer aqua', []],
    ['  ', slugs(ALL)],
  ])('leaves for “%s” those that are called so on the pack or by people', (typed, found) => {
    expect(slugs(ingredientsNamed(ALL, typed))).toEqual(found);
  });
});
