import type { Graph } from 'schema-dts';
import type { SellerPartsFragment } from '../../generated/graphql.ts';
import { htmlLanguage, type Language } from '../../platform/locale/language.ts';

/** Names the shop's entry as an organisation, for other entries to refer to. */
export const organisationId = (publicUrl: string) => `${publicUrl}/#organization`;

/** Where the shop and its search are found, as whole addresses. */
export interface ShopAddresses {
  readonly publicUrl: string;
  readonly search: string;
  readonly logo: string;
}

/** The site, how it is searched, and the company behind it, as search engines read them. */
export function shopStructuredData(
  seller: SellerPartsFragment,
  language: Language,
  { publicUrl, search, logo }: ShopAddresses,
): Graph {
  const organisation = organisationId(publicUrl);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': `${publicUrl}/#website`,
        name: 'Barrier',
        url: `${publicUrl}/`,
        inLanguage: htmlLanguage(language),
        publisher: { '@id': organisation },
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
          // The name of the input stands in the template; `query` alone is not read.
          ...{ 'query-input': 'required name=search_term_string' },
        },
      },
      {
        '@type': 'OnlineStore',
        '@id': organisation,
        name: 'Barrier',
        legalName: seller.name,
        url: `${publicUrl}/`,
        logo,
        email: seller.email,
        ...(seller.phone ? { telephone: seller.phone } : {}),
        vatID: seller.vatId,
        address: {
          '@type': 'PostalAddress',
          streetAddress: seller.addressLines.join(', '),
          addressCountry: seller.country,
        },
      },
    ],
  };
}
