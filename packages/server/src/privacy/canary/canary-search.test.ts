import { describe, expect, it } from 'vitest';
import { SEALED_FIELDS, type SealedFieldName } from '../vault/field-registry.ts';
import { createCanarySearch } from './canary-search.ts';
import { createCanaryWords } from './canary-words.ts';

const words = createCanaryWords('0f'.repeat(32));
const search = createCanarySearch(words);
const NAME = `Lovísa ${words.word('order.recipientName')} "von" Þórsdóttir`;

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const escaped = (text: string) => text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);

/** The bytes among others, as they would be in a file. */
const among = (bytes: Buffer) => Buffer.concat([Buffer.alloc(99, 7), bytes, Buffer.alloc(101, 9)]);

describe('A name of a canary is found', () => {
  it.each([
    ['as it is', utf8(NAME)],
    ['in lower case', utf8(NAME.toLowerCase())],
    ['in capitals', utf8(NAME.toUpperCase())],
    ['in JSON with escapes', utf8(escaped(JSON.stringify({ name: NAME })))],
    ['in JSON inside JSON', utf8(JSON.stringify(JSON.stringify({ name: NAME })))],
    ['percent-encoded', utf8(encodeURIComponent(NAME))],
    ['in UTF-16, least byte first', Buffer.from(NAME, 'utf16le')],
    ['in UTF-16, greatest byte first', Buffer.from(NAME, 'utf16le').swap16()],
    ['in hexadecimal', utf8(utf8(NAME).toString('hex'))],
    ['in hexadecimal capitals', utf8(utf8(NAME).toString('hex').toUpperCase())],
    ['in hexadecimal of UTF-16', utf8(Buffer.from(NAME, 'utf16le').toString('hex'))],
    ...['', 'a', 'ab'].flatMap((before): [string, Buffer][] => [
      [`in base64 after ${before.length} bytes`, utf8(utf8(before + NAME).toString('base64'))],
      [
        `in base64url of capitals after ${before.length} bytes`,
        utf8(utf8(before + NAME.toUpperCase()).toString('base64url')),
      ],
    ]),
  ])('%s', (_encoding, bytes) => {
    expect(search.inBytes(among(bytes))).toEqual(['NAME']);
  });
});

it('The phone number is found whatever stands before it', () => {
  expect(search.inBytes(among(utf8(words.phone)))).toEqual(['PHONE']);
  expect(search.inText(`{"msg":"call 0${words.digits}"}`)).toEqual(['PHONE']);
  expect(search.inText(utf8(` ${words.phone}`).toString('base64'))).toEqual(['PHONE']);
});

it('Each category is told apart, and a piece of a value is found too', () => {
  for (const field of Object.keys(SEALED_FIELDS) as SealedFieldName[]) {
    expect(search.inText(`said ${words.word(field)}.`)).toEqual([SEALED_FIELDS[field].category]);
  }
  expect(search.inText(`said ${words.word('order.email').slice(0, -4)}…`)).toEqual(['PART']);
});

it('Nothing is found where nothing is, nor by the words of another shop', () => {
  expect(search.inText('{"msg":"an order of Wilhelmine Quirrelmann, +49 30 23125 417"}')).toEqual([]);
  const others = createCanaryWords('f0'.repeat(32));
  expect(search.inText(`${others.word('order.email')} ${others.phone}`)).toEqual([]);
});

it('The same secret gives the same words, with an ending for each field', () => {
  const again = createCanaryWords('0f'.repeat(32));
  const all = (Object.keys(SEALED_FIELDS) as SealedFieldName[]).map((field) => again.word(field));
  expect(all).toEqual((Object.keys(SEALED_FIELDS) as SealedFieldName[]).map((field) => words.word(field)));
  expect(new Set(all).size).toBe(all.length);
  for (const word of all) expect(word).toMatch(/^[A-Z][a-z]{17}$/);
});
