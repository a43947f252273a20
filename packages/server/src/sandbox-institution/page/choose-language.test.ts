import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

describe('the language of the hosted page', () => {
  it.each([
    ['de', 'zh-CN,zh;q=0.9', 'de'],
    [null, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [null, 'fr,en;q=0.4,zh;q=0.6', 'zh'],
    [null, 'zh-Hans-CN', 'zh'],
    [null, 'de;q=0,en;q=0.1', 'en'],
    ['xx', 'de', 'de'],
    ['<script>', 'fr;q=abc', 'en'],
    [null, undefined, 'en'],
  ])('asked for %s with Accept-Language %s it is %s', (asked, header, language) => {
    expect(chooseLanguage(asked, header)).toBe(language);
  });
});
