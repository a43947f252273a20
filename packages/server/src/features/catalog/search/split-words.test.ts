import { describe, expect, it } from 'vitest';
import { forEachTerm, queryTerms } from './split-words.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  forEachTerm(text, (term) => terms.push(term));
  return terms;
}

describe('Splitting a text into terms', () => {
  it('leaves out punctuation, possessives and words that tell nothing', () => {
    expect(termsOf('The skin’s own lipids, and nothing else.')).toEqual(['skin', 'own', 'lipids', 'nothing', 'else']);
  });

  it('cuts Chinese into pairs of characters and keeps the last one, so that each character begins a term', () => {
    expect(termsOf('保湿精华')).toEqual(['保湿', '湿精', '精华', '华']);
  });

  it('parts Chinese from what is written in letters beside it', () => {
    expect(termsOf('含3%烟酰胺NP')).toEqual(['含', '3', '烟酰', '酰胺', '胺', 'np']);
  });

  it('finds SPF 50 as one word and as two, and Q10 likewise', () => {
    expect(termsOf('SPF 50')).toContain('spf50');
    expect(termsOf('SPF50')).toEqual(expect.arrayContaining(['spf50', 'spf', '50']));
    expect(termsOf('50 ml')).toContain('50ml');
  });
});

describe('The terms of a query', () => {
  it('are pairs of Chinese characters, without the last one alone', () => {
    expect(queryTerms('精华液').map(({ term }) => term)).toEqual(['精华', '华液']);
    expect(queryTerms('液').map(({ term }) => term)).toEqual(['液']);
  });

  it('are stop words only if there is nothing else and more may be typed', () => {
    expect(queryTerms('cream for the face', true).map(({ term }) => term)).toEqual(['cream', 'face']);
    expect(queryTerms('the', true).map(({ term }) => term)).toEqual(['the']);
    expect(queryTerms('the for')).toEqual([]);
  });

  it('are no more than a dozen, each once', () => {
    expect(queryTerms('a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 a1')).toHaveLength(12);
  });
});
