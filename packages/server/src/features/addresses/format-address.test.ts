import { describe, expect, it } from 'vitest';
import type { Address } from './address-field.ts';
import { formatAddress } from './format-address.ts';

const recipientName = 'Testa Mustermann';

describe('formatAddress', () => {
  it.each<[string, Address, string[]]>([
    [
      'Germany',
      { countryCode: 'DE', recipientName, addressLine1: 'Beispielweg 7', postalCode: '10115', city: 'Berlin' },
      ['Testa Mustermann', 'Beispielweg 7', '10115 Berlin'],
    ],
    [
      'the United States, in capitals where USPS wants them',
      {
        countryCode: 'US',
        recipientName,
        addressLine1: '1 Example St',
        city: 'Springfield',
        administrativeArea: 'IL',
        postalCode: '62701',
      },
      ['Testa Mustermann', '1 Example St', 'SPRINGFIELD, IL 62701'],
    ],
    [
      'the United Kingdom',
      {
        countryCode: 'GB',
        recipientName,
        addressLine1: '1 Example Row',
        addressLine2: 'Flat 2',
        city: 'London',
        postalCode: 'SW1A 1AA',
      },
      ['Testa Mustermann', '1 Example Row', 'Flat 2', 'LONDON', 'SW1A 1AA'],
    ],
    [
      'Sweden, with the prefix of its postal codes',
      {
        countryCode: 'SE',
        organization: 'Exempel AB',
        recipientName,
        addressLine1: 'Exempelgatan 3',
        postalCode: '11455',
        city: 'Stockholm',
      },
      ['Exempel AB', 'Testa Mustermann', 'Exempelgatan 3', 'SE-11455 Stockholm'],
    ],
    [
      'Spain, with the name of the province',
      {
        countryCode: 'ES',
        recipientName,
        addressLine1: 'Calle Ejemplo 1',
        postalCode: '28200',
        city: 'Ejemplo',
        administrativeArea: 'M',
      },
      ['Testa Mustermann', 'Calle Ejemplo 1', '28200 EJEMPLO MADRID'],
    ],
    [
      'the capital of a Spanish province, named once',
      {
        countryCode: 'ES',
        recipientName,
        addressLine1: 'Calle Ejemplo 1',
        postalCode: '28013',
        city: 'Madrid',
        administrativeArea: 'M',
      },
      ['Testa Mustermann', 'Calle Ejemplo 1', '28013 MADRID'],
    ],
    [
      'China in Chinese',
      {
        countryCode: 'CN',
        recipientName: '测试',
        addressLine1: '示例路1号',
        city: '广州市',
        dependentLocality: '越秀区',
        administrativeArea: '广东省',
        postalCode: '510000',
      },
      ['510000', '广东省广州市越秀区', '示例路1号', '测试'],
    ],
    [
      'China in Latin letters',
      {
        countryCode: 'CN',
        recipientName,
        addressLine1: '1 Shili Lu',
        city: 'Guangzhou',
        administrativeArea: '广东省',
        postalCode: '510000',
      },
      ['Testa Mustermann', '1 Shili Lu', 'Guangzhou', 'GUANGDONG SHENG, 510000'],
    ],
    [
      'Japan',
      {
        countryCode: 'JP',
        recipientName: '試験',
        addressLine1: '千代田区見本1-1',
        administrativeArea: '東京都',
        postalCode: '100-0001',
      },
      ['〒100-0001', '東京都', '千代田区見本1-1', '試験'],
    ],
    [
      'Japan in Latin letters',
      {
        countryCode: 'JP',
        recipientName,
        addressLine1: '1-1 Mihon',
        addressLine2: 'Chiyoda-ku',
        administrativeArea: '東京都',
        postalCode: '100-0001',
      },
      ['Testa Mustermann', '1-1 Mihon, Chiyoda-ku, TOKYO', '100-0001'],
    ],
  ])('writes a label for %s', (_, address, lines) => {
    expect(formatAddress(address)).toEqual(lines);
  });

  it('leaves out what separates parts that are not there', () => {
    expect(formatAddress({ countryCode: 'US', city: 'Springfield', postalCode: '62701' })).toEqual([
      'SPRINGFIELD 62701',
    ]);
    expect(formatAddress({ countryCode: 'FI', city: 'Helsinki' })).toEqual(['Helsinki']);
    expect(formatAddress({ countryCode: 'JP', administrativeArea: '東京都' })).toEqual(['TOKYO']);
    expect(formatAddress({ countryCode: 'DE' })).toEqual([]);
  });

  it('adds the country in the language of the sender', () => {
    const address: Address = { countryCode: 'AT', city: 'Wien', postalCode: '1010' };
    expect(formatAddress(address, { countryIn: 'de' })).toEqual(['1010 Wien', 'ÖSTERREICH']);
    expect(formatAddress(address, { countryIn: 'en' }).at(-1)).toBe('AUSTRIA');
  });
});
