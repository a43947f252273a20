import { describe, expect, it } from 'vitest';
import { answeringCompanies } from './answering-companies.ts';
import type { Company } from './product.entity.ts';

const company = (country: string): Company => ({
  name: `Testhaus ${country}`,
  address: 'Musterstraße 1, 12345 Musterstadt',
  country,
  contact: 'safety@testhaus.example',
});

const DE = company('DE');
const GB = company('GB');
const KR = company('KR');
const inEu = { market: 'EU', company: DE };

describe('Who answers for a product', () => {
  it.each([
    ['nobody where nobody is named and nobody made it', {}, null, [null, null, null, null]],
    ['a manufacturer in the Union for the Union, and for markets that name nobody', {}, DE, [inEu, null, inEu, inEu]],
    ['whoever is named, before the manufacturer', { EU: DE }, company('FR'), [inEu, null, inEu, inEu]],
    ['nobody where it was made outside and nobody is named', {}, KR, [null, null, null, null]],
    ['nobody from the Union in the United Kingdom', { EU: DE }, KR, [inEu, null, inEu, inEu]],
    ['nobody from the United Kingdom in the Union', {}, GB, [null, { market: 'GB', company: GB }, null, null]],
    [
      'each of those named in their market',
      { EU: DE, GB, CN: KR },
      null,
      [inEu, { market: 'GB', company: GB }, inEu, { market: 'CN', company: KR }],
    ],
  ] as const)('is %s', (_, named, manufacturer, answering) => {
    expect(answeringCompanies(named, manufacturer)).toEqual(answering);
  });
});
