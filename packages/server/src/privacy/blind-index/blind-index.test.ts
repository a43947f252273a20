import { expect, it } from 'vitest';
import { createBlindIndex } from './blind-index.ts';
import { normaliseEmail } from './normalise-email.ts';

it.each([
  ['testa@example.com', 'testa@example.com'],
  ['  Testa.Mustermann@EXAMPLE.Com ', 'testa.mustermann@example.com'],
  ['testa@example.com.', 'testa@example.com'],
  ['testa@münchen.example', 'testa@xn--mnchen-3ya.example'],
  ['TESTA@MÜNCHEN.example', 'testa@xn--mnchen-3ya.example'],
  ['testa@xn--mnchen-3ya.example', 'testa@xn--mnchen-3ya.example'],
  // The u with two dots as one character and as two, and letters of full width.
  ['mu\u0308ller@example.org', 'm\u00fcller@example.org'],
  ['ｔｅｓｔａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'testa@example.com'],
  ['测试@例子.example', '测试@xn--fsqu00a.example'],
  ['"a@b"@example.com', '"a@b"@example.com'],
  ['testa+shop@example.com', 'testa+shop@example.com'],
])('%j is found as %j', (typed, normal) => {
  expect(normaliseEmail(typed)).toBe(normal);
  expect(normaliseEmail(normal)).toBe(normal);
});

it.each(['', 'testa', '@example.com', 'testa@', 'testa@exa mple.com', 'testa@[::', 'tes ta@example.com'])(
  '%j is refused as no address',
  (typed) => {
    expect(() => normaliseEmail(typed)).toThrow(TypeError);
  },
);

it('Its values are the same for one address and use, and cannot be joined over uses or secrets', () => {
  const index = createBlindIndex('ab'.repeat(32));
  const value = index.ofEmail('order.email', 'Testa@Example.com');
  expect(value).toMatch(/^1\.[\w-]{43}$/);
  expect(index.ofEmail('order.email', ' testa@example.COM')).toBe(value);
  expect(index.candidates('order.email', 'testa@example.com')).toEqual([value]);
  expect(index.ofEmail('mail.throttle', 'testa@example.com')).not.toBe(value);
  expect(createBlindIndex('cd'.repeat(32)).ofEmail('order.email', 'testa@example.com')).not.toBe(value);
});

it('Its values never change: what is stored must be found for ever', () => {
  const index = createBlindIndex('00'.repeat(32));
  expect(index.ofEmail('order.email', 'testa@example.com')).toMatchInlineSnapshot(
    `"1.Z2KwyCWhRQiVFohl2Qb-36gRv0a24XI6fGcMnt9zrmU"`,
  );
});
