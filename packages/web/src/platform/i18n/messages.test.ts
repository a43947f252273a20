import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { partOf } from '../../../build/compile-messages.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { LANGUAGES, type Language } from '../locale/language.ts';
import { createTranslate } from './text.tsx';

const root = join(import.meta.dirname, '../../..');
const messagesOf = (language: Language) =>
  JSON.parse(readFileSync(join(root, `messages/${language}.json`), 'utf8')) as Record<string, string>;
const english = messagesOf('en');

/** The placeholders of a message with their kind and the cases of a plural. */
function placeholders(message: string): { name: string; kind: string; cases: string[] }[] {
  const found: { name: string; kind: string; cases: string[] }[] = [];
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as unknown[]) {
      if (!Array.isArray(token)) continue;
      const [name, kind = 'text', format] = token as [string, string?, Record<string, unknown>?];
      const { offset: _, ...cases } = typeof format === 'object' ? format : {};
      found.push({ name, kind, cases: Object.keys(cases) });
      for (const tokensOfCase of Object.values(cases)) visit(tokensOfCase);
    }
  };
  visit(compileMessageOrThrow(message));
  return found;
}

const namesIn = (message: string) => [...new Set(placeholders(message).map(({ name }) => name))].sort();

describe.each(LANGUAGES)('The messages in %s', (language) => {
  const messages = messagesOf(language);

  it('lack none and have none too many', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('are in order, so that a change is seen where it belongs', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(messages).sort());
  });

  it('say something, with the placeholders of the English ones', () => {
    for (const [key, message] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      expect(namesIn(message), key).toEqual(namesIn(english[key] ?? ''));
    }
  });

  it('have exactly the plural forms of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      for (const { kind, cases } of placeholders(message)) {
        if (kind !== 'plural') continue;
        expect(cases.filter((name) => !/^\d+$/.test(name)).sort(), key).toEqual([...needed].sort());
      }
    }
  });

  it('differ from the English ones, but for words that are the same in both', () => {
    if (language === 'en') return;
    const wordsOf = (key: string) => (messages[key] ?? '').replace(/\{[^{}]*\}|Barrier/g, '');
    const alike = Object.keys(messages).filter(
      (key) => /\p{L}{4}/u.test(wordsOf(key)) && messages[key] === english[key],
    );
    expect(alike).toEqual(SAME_AS_ENGLISH[language]);
  });
});

/** Words that German and English share; a message that stands here by mistake was not translated. */
const SAME_AS_ENGLISH: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  de: [
    'account.name',
    'field.administrativeArea',
    'field.county',
    'field.eircode',
    'field.townland',
    'footer.service',
    'footer.shop',
    'list.filterChosen',
    'market.CN',
    'passkey.title',
    'passkey.unnamed',
    'promotion.label',
    'routine.title',
    'skin.NORMAL',
    'sort.name',
    'texture.LOTION',
    'texture.STICK',
  ],
  zh: [],
};

describe('The messages', () => {
  it('are all used', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated') && !file.includes('.test.'))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
      .join('\n');
    expect(Object.keys(english).filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  it('that come with a surface are used by nobody else', () => {
    const theirs =
      /^(?:features\/(?:accounts|data-rights)\/|features\/(?:consent\/consent|orders\/claim)|surfaces\/account\/)/;
    const elsewhere = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/generated|\.test\./.test(file) && !theirs.test(file))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
      .join('\n');
    const apart = Object.keys(english).filter((key) => partOf(key) !== null);
    expect(apart.length).toBeGreaterThan(0);
    expect(apart.filter((key) => elsewhere.includes(`'${key}'`))).toEqual([]);
  });

  it('fill in numbers and names', () => {
    const compiled = { 'cart.open': compileMessageOrThrow(english['cart.open'] ?? '') };
    const t = createTranslate('en', compiled);
    const said = [0, 1, 2].map((count) => t('cart.open' satisfies MessageKey, { count }));
    expect(said).toEqual(['Cart, empty', 'Cart, 1 item', 'Cart, 2 items']);
  });
});
