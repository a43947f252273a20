import { expect, it } from 'vitest';
import { normaliseEmail } from '../../privacy/blind-index/normalise-email.ts';
import { checkEmail } from './check-email.ts';

it.each([
  'testa@example.com',
  'testa.mustermann+shop@mail.example.com',
  "o'testa_1-2@example.co.uk",
  '{testa}#1@example.com',
  'testa@bücher.example',
  'täst@example.com',
  '测试@例子.中国',
  'परीक्षा@उदाहरण.भारत',
  'testa@例子。example',
  'testa@xn--bcher-kva.example',
  'testa@1und1.example',
  'testa@a--b.example',
  'testa@example.xn--fiqs8s',
  `${'x'.repeat(64)}@example.com`,
])('%s is an address, and one that can be found again', (email) => {
  expect(checkEmail(` ${email} `)).toBe(email);
  expect(() => normaliseEmail(email)).not.toThrow();
});

it.each([
  'a@b..de',
  'a@.de',
  'a@b.de.',
  '.a@b.de',
  'a.@b.de',
  'a..b@c.de',
  'a@b.de/x',
  'a@b.de?x=1',
  'a@b.c#d',
  'a@b.de#d',
  'a@b.de:25',
  'a@b.%64e',
  'a@-b.de',
  'a@b-.de',
  'a@b.-de',
  'a@b_c.de',
  'a@b.d',
  'a@localhost',
  'a@127.0.0.1',
  'a@127.1',
  'a@[127.0.0.1]',
  'a@b.123',
  'a@xn--.com',
  'a@💜.com',
  'a@b@c.de',
  'a b@c.de',
  '"a b"@c.de',
  '<a@b.de>',
  'a@b.de,c@d.de',
  'a@b.de;c@d.de',
  'a@b.de\r\nBcc: c@d.de',
  'a\u200b@b.de',
  'a@b\u00ad.de',
  'a\u2028@b.de',
  'a@b.de\u0000',
  '@b.de',
  'a@',
  '',
  `${'x'.repeat(65)}@example.com`,
  `${'ä'.repeat(33)}@example.com`,
  `a@${'b'.repeat(64)}.de`,
  `a@${'b.'.repeat(126)}de`,
])('%j is no address', (email) => {
  expect(checkEmail(email)).toBeNull();
});
