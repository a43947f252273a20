import { describe, expect, it } from 'vitest';
import { chosenValues, listVariables, shownCount, sortOf, withoutFilter, withSort, withValue } from './list-state.ts';

const at = (query: string) => new URLSearchParams(query);
const locale = { language: 'de', market: 'EU' } as const;

describe('The state of a list in its address', () => {
  it('spells enum values as words and reads them back', () => {
    const search = withValue(at(''), 'CONCERN', 'BARRIER_CARE', true);
    expect(search.toString()).toBe('concern=barrier-care');
    expect(chosenValues(search, 'CONCERN')).toEqual(['BARRIER_CARE']);
  });

  it('keeps several values of a facet, and sizes with spaces', () => {
    const search = withValue(withValue(at('skin=dry'), 'SKIN_TYPE', 'OILY', true), 'SIZE', '50 ml', true);
    expect(chosenValues(search, 'SKIN_TYPE')).toEqual(['DRY', 'OILY']);
    expect(chosenValues(search, 'SIZE')).toEqual(['50 ml']);
  });

  it('lets a value go', () => {
    expect(withValue(at('skin=dry&skin=oily'), 'SKIN_TYPE', 'DRY', false).toString()).toBe('skin=oily');
  });

  it('lets one price band take the place of another', () => {
    expect(withValue(at('price=0-1999'), 'PRICE', '2000-', true).toString()).toBe('price=2000-');
  });

  it('cuts words and leaves out prices that the API would refuse', () => {
    const words = (q: string) => listVariables(new URLSearchParams({ q }), locale).query;
    expect(words(`  ${'seren '.repeat(100)}`)?.length).toBeLessThanOrEqual(200);
    expect(words(`${'a'.repeat(199)}🧴`)).toBe('a'.repeat(199));
    expect(words('  ')).toBeNull();
    expect(listVariables(at('price=99999999999-'), locale).filter).toEqual({});
  });

  it('starts the list anew when it is narrowed or sorted', () => {
    expect(withValue(at('shown=72'), 'SKIN_TYPE', 'DRY', true).has('shown')).toBe(false);
    expect(withSort(at('shown=72'), 'newest').toString()).toBe('sort=newest');
    expect(withSort(at('sort=newest'), 'relevance').toString()).toBe('');
  });

  it('lets go of facets but not of the words searched for', () => {
    expect(withoutFilter(at('q=serum&skin=dry&sort=name&shown=48')).toString()).toBe('q=serum&sort=name');
  });

  it('ignores what no visitor can have chosen', () => {
    const search = at('skin=purple&sort=hasOwnProperty&price=cheap&shown=-3');
    expect(chosenValues(search, 'SKIN_TYPE')).toEqual([]);
    expect(sortOf(search)).toBeNull();
    expect(chosenValues(search, 'PRICE')).toEqual([]);
    expect(shownCount(search)).toBe(24);
  });

  it('becomes what the API is asked for', () => {
    const search = at('q=+serum+&skin=dry&without=fragrance&price=2000-4999&sort=price-up&shown=48');
    expect(listVariables(search, locale, { collection: ['new'] })).toEqual({
      query: 'serum',
      filter: { collection: ['new'], skinType: ['DRY'], freeFrom: ['FRAGRANCE'], priceMin: 2000, priceMax: 4999 },
      sort: 'PRICE_ASC',
      first: 48,
      language: 'DE',
      market: 'EU',
    });
  });

  it('never asks for more at once than the API answers', () => {
    expect(listVariables(at('shown=5000'), locale).first).toBe(100);
  });
});
