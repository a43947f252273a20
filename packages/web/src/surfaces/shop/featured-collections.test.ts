import { describe, expect, it } from 'vitest';
import { featuredCollections } from './featured-collections.ts';

const filled = (...handles: string[]) => handles.map((handle) => ({ handle, productCount: 1 }));

describe('featuredCollections', () => {
  it('leads with what skin needs where the shop has it', () => {
    expect(featuredCollections(filled('new', 'gifts', 'clear-skin', 'sensitive', 'hydration'))).toEqual([
      'hydration',
      'sensitive',
      'clear-skin',
    ]);
  });

  it('leads with the first collections of a shop of other goods', () => {
    expect(featuredCollections(filled('bestsellers', 'shirts', 'new', 'hats', 'socks', 'belts'))).toEqual([
      'shirts',
      'hats',
      'socks',
    ]);
  });

  it('leaves out a collection with nothing in it', () => {
    expect(featuredCollections([...filled('shirts'), { handle: 'hats', productCount: 0 }])).toEqual(['shirts']);
  });
});
