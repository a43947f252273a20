import { expect, it } from 'vitest';
import { newsTexts } from './read-news-file.ts';

const words = { subject: 'New: Calm Drops', text: 'They are here.\n\nThirty millilitres.' };
const file = (changes: object = {}) => JSON.stringify({ EN: words, DE: words, ZH: words, ...changes });

it('An issue of the news is read in three languages, with a link to a page of the shop if wanted', () => {
  expect(newsTexts(file())).toEqual({ EN: words, DE: words, ZH: words });
  const link = { label: 'See them', path: '/products/calm-drops' };
  expect(newsTexts(file({ DE: { ...words, link } })).DE).toEqual({ ...words, link });
});

it.each([
  ['no JSON', 'no JSON'],
  ['[]', 'no object of JSON'],
  [file({ ZH: undefined }), 'ZH is missing'],
  [file({ FR: words }), 'FR is none of'],
  [file({ EN: { ...words, text: ' ' } }), 'EN.text is missing'],
  [file({ EN: { ...words, subject: 'One\nTwo' } }), 'more than one line'],
  [file({ EN: { ...words, footer: 'x' } }), 'EN.footer is unknown'],
  [file({ EN: { ...words, text: 'Card 4242 4242 4242 4242' } }), 'card or identity number'],
  ...['https://elsewhere.example/', '//elsewhere.example', '/shop?utm_source=news', '/shop#x'].map((path) => [
    file({ EN: { ...words, link: { label: 'Go', path } } }),
    'EN.link.path is no path',
  ]),
])('An issue that cannot be sent is told what is wrong: %s', (content, message) => {
  expect(() => newsTexts(content)).toThrow(message);
});
