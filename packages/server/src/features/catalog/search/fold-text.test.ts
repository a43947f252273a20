import { describe, expect, it } from 'vitest';
import { foldWord } from './fold-text.ts';

describe('Folding a word', () => {
  it.each([
    ['Öl', 'oel', 'OL', 'ol'],
    ['Größe', 'Groesse', 'GROSSE', 'grosse'],
    ['Körpermilch', 'Koerpermilch', 'korpermilch'],
    ['Süß', 'suess', 'sues s'.replace(' ', ''), 'suss'],
    ['crème', 'creme', 'CRÈME'],
    ['œil', 'oeil'],
    ['Ångström', 'angstrom', 'Angstroem'],
    ['ＳＰＦ５０', 'spf50'],
  ])('makes %s and its other spellings the same', (...spellings) => {
    expect(new Set(spellings.map(foldWord)).size).toBe(1);
  });

  it('leaves Chinese as it is', () => {
    expect(foldWord('保湿精华')).toBe('保湿精华');
  });

  it('folds what is folded to itself', () => {
    for (const word of ['Feuchtigkeitspflege', 'blue', 'Aerosol', 'ﬁne', 'İstanbul']) {
      expect(foldWord(foldWord(word))).toBe(foldWord(word));
    }
  });
});
