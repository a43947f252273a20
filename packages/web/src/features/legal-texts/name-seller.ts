import type { SellerPartsFragment } from '../../generated/graphql.ts';
import { countryName } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/locale/language.ts';
import type { NamedSeller } from './legal-text.ts';

/** The seller as the texts of a language name them. */
export function nameSeller(seller: SellerPartsFragment, language: Language): NamedSeller {
  return {
    ...seller,
    country: countryName(seller.country, language),
    vatRegistrations: seller.vatRegistrations.map(({ country, vatId }) => ({
      country: countryName(country, language),
      vatId,
    })),
  };
}

/** Name and address on one line, without the country. */
export function inOneLine({ name, addressLines }: Pick<NamedSeller, 'name' | 'addressLines'>): string {
  return [name, ...addressLines].join(', ');
}
