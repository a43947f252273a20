import { describe, expect, it } from 'vitest';
import { validatePhone } from './validate-phone.ts';

describe('validatePhone', () => {
  it.each([
    ['DE', '030 23125 000', '+493023125000'],
    ['DE', '+44 20 7946 0958', '+442079460958'],
    ['US', '(415) 555-2671', '+14155552671'],
    ['CN', '138 0013 8000', '+8613800138000'],
    ['CN', '１３８００１３８０００', '+8613800138000'],
    ['IT', '06 1234 5678', '+390612345678'],
  ])('reads a number as dialled in %s: %s', (country, raw, phone) => {
    expect(validatePhone(country, raw)).toEqual({ phone, errors: [] });
  });

  it.each([
    ['DE', '12', 'INVALID_PHONE'],
    ['DE', 'ring at 030 23125 000', 'INVALID_PHONE'],
    ['US', '(415) 555-2671 ext. 12', 'INVALID_PHONE'],
    ['DE', '0'.repeat(400), 'INVALID_PHONE'],
    ['DE', '  ', 'REQUIRED'],
    ['ZZ', '030 23125 000', 'UNSUPPORTED_COUNTRY'],
  ])('refuses in %s what cannot be dialled: %s', (country, raw, code) => {
    const { phone, errors } = validatePhone(country, raw);
    expect(phone).toBeNull();
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(errors[0]?.message).not.toContain('23125');
  });
});
