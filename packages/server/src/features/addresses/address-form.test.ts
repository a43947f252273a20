import { describe, expect, it } from 'vitest';
import { addressForm } from './address-form.ts';
import { ADDRESS_COUNTRIES } from './address-rules.ts';

const fieldsOf = (country: string, language: string) => addressForm(country, language)?.fields ?? [];
const keysOf = (country: string, language: string) => fieldsOf(country, language).map(({ key }) => key);
const field = (country: string, key: string, language = 'en') =>
  fieldsOf(country, language).find((each) => each.key === key);

describe('addressForm', () => {
  it('orders the parts as the country writes them', () => {
    expect(keysOf('DE', 'de')).toEqual([
      'recipientName',
      'organization',
      'addressLine1',
      'addressLine2',
      'postalCode',
      'city',
    ]);
    expect(keysOf('US', 'en').slice(-3)).toEqual(['city', 'administrativeArea', 'postalCode']);
  });

  it('orders a Chinese address from large to small for who reads Chinese, from small to large for others', () => {
    expect(keysOf('CN', 'ZH').slice(0, 4)).toEqual(['postalCode', 'administrativeArea', 'city', 'dependentLocality']);
    expect(keysOf('CN', 'en').slice(-4)).toEqual(['dependentLocality', 'city', 'administrativeArea', 'postalCode']);
  });

  it('uses the words of the country', () => {
    expect(field('US', 'postalCode')?.labelKey).toBe('zip');
    expect(field('IE', 'postalCode')?.labelKey).toBe('eircode');
    expect(field('DE', 'postalCode')?.labelKey).toBe('postal');
    expect(field('JP', 'administrativeArea')?.labelKey).toBe('prefecture');
    expect(field('CA', 'administrativeArea')?.labelKey).toBe('province');
    expect(field('GB', 'city')?.labelKey).toBe('post_town');
  });

  it('names the states for the reader and keeps the same value for all', () => {
    expect(field('US', 'administrativeArea')?.options).toHaveLength(62);
    expect(field('CN', 'administrativeArea', 'zh')?.options).toContainEqual({ value: '北京市', label: '北京市' });
    expect(field('CN', 'administrativeArea', 'de')?.options).toContainEqual({ value: '北京市', label: 'Beijing Shi' });
    expect(field('CA', 'administrativeArea', 'fr')?.options).toContainEqual({
      value: 'BC',
      label: 'Colombie-Britannique',
    });
    expect(field('CN', 'administrativeArea')?.options).toHaveLength(31);
  });

  it('carries a pattern and an example that fit each other', () => {
    for (const country of ADDRESS_COUNTRIES) {
      const { pattern, example } = field(country, 'postalCode') ?? {};
      expect({ country, fits: new RegExp(`^(?:${pattern})$`).test(example ?? '') }).toEqual({ country, fits: true });
    }
  });

  it('asks for nothing optional as if it were required', () => {
    const required = fieldsOf('DE', 'de').filter((each) => each.required);
    expect(required.map(({ key }) => key)).toEqual(['recipientName', 'addressLine1', 'postalCode', 'city']);
  });

  it('has no form for a country without rules', () => {
    expect(addressForm('ZZ', 'en')).toBeNull();
    expect(addressForm('__proto__', 'en')).toBeNull();
  });
});
