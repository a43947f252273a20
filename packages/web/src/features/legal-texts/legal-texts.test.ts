import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SellerPartsFragment } from '../../generated/graphql.ts';
import type { Language } from '../../platform/locale/language.ts';
import { IMPRINT } from './imprint.ts';
import type { LegalTexts } from './legal-text.ts';
import { nameSeller } from './name-seller.ts';
import { PRIVACY } from './privacy-in-plain-words.ts';
import { TERMS } from './terms.ts';
import { WITHDRAWAL } from './withdrawal.ts';

const SELLER: SellerPartsFragment = {
  __typename: 'Seller',
  name: 'Testhaus Handels OG',
  addressLines: ['Beispielgasse 7/3', '1234 Beispielstadt'],
  country: 'AT',
  representatives: ['Testina Beispiel', 'Probus Muster'],
  register: 'Firmenbuch Beispielstadt, FN 000000t',
  vatId: 'ATU00000000',
  vatRegistrations: [{ __typename: 'VatRegistration', country: 'GB', vatId: 'GB111111111' }],
  email: 'hallo@testhaus.example',
  safetyEmail: 'melden@testhaus.example',
  withdrawalEmail: 'widerruf@testhaus.example',
  privacyEmail: 'daten@testhaus.example',
  phone: '+43 1 0000000',
  demonstration: false,
};

const COUNTRIES = {
  en: ['Austria', 'United Kingdom'],
  de: ['Österreich', 'Vereinigtes Königreich'],
  zh: ['奥地利', '英国'],
};

/** All paragraphs of a text. */
function said(texts: LegalTexts, language: Language, seller = SELLER): string {
  return texts[language](nameSeller(seller, language))
    .sections.flatMap(({ paragraphs }) => paragraphs)
    .join('\n');
}

describe.each(['en', 'de', 'zh'] as const)('The legal texts in %s', (language) => {
  const [country = '', abroad = ''] = COUNTRIES[language];
  const { name, addressLines, email, withdrawalEmail, privacyEmail } = SELLER;

  it('name the seller with all that an imprint owes', () => {
    const imprint = said(IMPRINT, language);
    expect(imprint).toContain([name, ...addressLines, country].join('\n'));
    for (const part of [
      ...SELLER.representatives,
      SELLER.register,
      SELLER.vatId,
      email,
      SELLER.safetyEmail,
      SELLER.phone,
    ])
      expect(imprint).toContain(part);
    expect(imprint).toMatch(new RegExp(`${abroad}\\S? ?\\S? ?GB111111111`));
  });

  it('say with whom one has a contract, whose law holds, and where to write', () => {
    const terms = said(TERMS, language);
    for (const part of [name, addressLines.join(', '), email]) expect(terms).toContain(part);
    expect(terms.split(country)).toHaveLength(3);
    const withdrawal = said(WITHDRAWAL, language);
    expect(withdrawal).toContain([name, ...addressLines, withdrawalEmail].join(', '));
    expect(withdrawal.split(withdrawalEmail)).toHaveLength(3);
    expect(said(PRIVACY, language)).toContain(privacyEmail);
  });

  it('call the withdrawal function what the footer and the checkout call it, and promise no answer that nobody sends', () => {
    const words: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, `../../../messages/${language}.json`), 'utf8'),
    );
    const { title, sections } = WITHDRAWAL[language](nameSeller(SELLER, language));
    expect(title).toBe({ en: 'Withdraw from contract', de: 'Vertrag widerrufen', zh: '撤回合同' }[language]);
    expect(words).toMatchObject({ 'footer.withdrawal': title });
    expect(JSON.stringify([title, sections])).not.toMatch(/rücktret|rücktritt|at once|sofort|立即/i);
  });

  it('have no empty line where a seller has no register and no phone', () => {
    const imprint = said(IMPRINT, language, { ...SELLER, register: null, phone: null, vatRegistrations: [] });
    expect(imprint).toContain(SELLER.vatId);
    expect(imprint).not.toMatch(/null|undefined|\n\n|^\n|\n$/);
  });
});
