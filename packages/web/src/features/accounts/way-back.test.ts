import { expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

it('After signing in one is led back to where one came from, in the language of the page', () => {
  expect(wayBack({ from: '/en/checkout' }, 'de')).toBe('/de/checkout');
  expect(wayBack({ from: '/en/track#token' }, 'en')).toBe('/en/track#token');
  expect(wayBack({ from: '/en/shop?concern=redness' }, 'en')).toBe('/en/shop?concern=redness');
});

it.each([
  ['nothing', null],
  ['another site', { from: 'https://evil.example/en/account' }],
  ['another site without its scheme', { from: '//evil.example/checkout' }],
  ['another site by backslashes', { from: '\\\\evil.example/checkout' }],
  ['a script', { from: 'javascript:alert(1)' }],
  ['no address at all', { from: 'http://[' }],
  ['something else', { from: 7 }],
  ['signing in itself', { from: '/en/sign-in' }],
])('Whoever comes from %s is led to the account', (_title, state) => {
  expect(wayBack(state, 'en')).toBe('/en/account');
});
