import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

/** Every letter one wide, a Chinese one two. */
const measure = (text: string) =>
  [...text].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
const wrap = (text: string, width: number, maxLines = 9) => wrapText(text, { width, maxLines, measure });

describe('wrapText', () => {
  it('breaks at spaces and after hyphens', () => {
    expect(wrap('Klarheit Serum', 10)).toEqual(['Klarheit', 'Serum']);
    expect(wrap('Ceramid-Creme', 9)).toEqual(['Ceramid-', 'Creme']);
  });

  it('lets a line be filled to its end', () => {
    expect(wrap('ab cd ef', 5)).toEqual(['ab cd', 'ef']);
  });

  it('breaks Chinese between words and keeps its punctuation with the word before', () => {
    const lines = wrap('已于今日通过支付机构付清，无须再付款。', 12);
    expect(lines.join('')).toBe('已于今日通过支付机构付清，无须再付款。');
    for (const line of lines) {
      expect(measure(line)).toBeLessThanOrEqual(12);
      expect(line).not.toMatch(/^[，。]/);
    }
  });

  it('keeps an opening bracket with what it opens', () => {
    expect(wrap('Serum (30 ml)', 7)).toEqual(['Serum', '(30 ml)']);
  });

  it('cuts a word that is longer than a line, between whole letters', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('leaves out what is beyond the last line and says so', () => {
    expect(wrap('one two three four', 5, 2)).toEqual(['one', 'two…']);
    expect(wrap('x'.repeat(50_000), 5, 1)).toEqual(['xxxx…']);
  });

  it('makes no line of nothing', () => {
    expect(wrap('', 5)).toEqual([]);
    expect(wrap('  ', 5)).toEqual([]);
  });
});
