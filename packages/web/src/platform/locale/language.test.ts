import { describe, expect, it } from 'vitest';
import { formatTag, negotiateLanguage } from './language.ts';

describe('negotiateLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr-FR,fr;q=0.9,zh-CN;q=0.7,en;q=0.5', 'zh'],
    ['en;q=0.4, de;q=0.6', 'de'],
    ['de;q=0, en', 'en'],
    ['ja, ko', 'en'],
    ['*', 'en'],
  ])('answers %j with %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });
});

describe('formatTag', () => {
  it('lets English follow the market', () => {
    expect(formatTag('en', 'US')).toBe('en-US');
    expect(formatTag('en', 'EU')).toBe('en-IE');
    expect(formatTag('de', 'US')).toBe('de-DE');
  });
});
