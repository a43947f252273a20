import { expect, it } from 'vitest';
import { otpauthAddress } from './otpauth-address.ts';

it('An authenticator app reads shop, address and secret from one address, whatever signs are in them', () => {
  const url = new URL(otpauthAddress('JBSWY3DPEHPK3PXP', 'a+b&c@example.org'));
  expect(url.protocol + url.host).toBe('otpauth:totp');
  expect(decodeURIComponent(url.pathname)).toBe('/Barrier:a+b&c@example.org');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    secret: 'JBSWY3DPEHPK3PXP',
    issuer: 'Barrier',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  expect(decodeURIComponent(new URL(otpauthAddress('JBSWY3DPEHPK3PXP', null)).pathname)).toBe('/Barrier');
});
