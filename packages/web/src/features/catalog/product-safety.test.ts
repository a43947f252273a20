import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CompanyPartsFragment, ProductQuery } from '../../generated/graphql.ts';
import { TextContext } from '../../platform/i18n/text.tsx';
import { LocaleContext } from '../../platform/locale/locale-context.tsx';
import { ProductSafety } from './product-safety.tsx';

type Product = NonNullable<ProductQuery['product']>;

const GMBH: CompanyPartsFragment = {
  __typename: 'Company',
  name: 'Testhaus GmbH',
  address: 'Musterstraße 1, 12345 Musterstadt',
  country: 'DE',
  contact: 'safety@testhaus.example',
};

/** A T-shirt: nothing of what this part of the page is about. */
const BARE = {
  warnings: null,
  manufacturer: null,
  responsiblePerson: null,
  countryOfOrigin: null,
  batchNote: null,
  variants: [{ sku: 'TS-1' }],
};

/** What the part says of a product, with the keys of messages for words. */
function rendered(said: Partial<Product>): string {
  const safety = createElement(ProductSafety, {
    product: { ...BARE, ...said } as Product,
    contact: 'harm@shop.example',
  });
  const text = createElement(TextContext, { value: (key) => key }, safety);
  const locale = { language: 'de', market: 'EU', chooseMarket: () => {} } as const;
  return renderToStaticMarkup(createElement(LocaleContext, { value: locale }, text));
}

describe('What a product page says of safety and manufacturer', () => {
  it('is nothing for goods that say nothing of it', () => {
    expect(rendered({})).toBe('');
  });

  it('is what there is, and where to write if something is wrong', () => {
    const html = rendered({ warnings: 'Trocken lagern.' });
    expect(html).toContain('Trocken lagern.');
    expect(html).toContain('href="mailto:harm@shop.example"');
    expect(html).not.toContain('safety.manufacturer');
    expect(html).not.toContain('safety.responsible');
  });

  it('names the country in the language of the page, and an address once where maker and responsible are the same', () => {
    const html = rendered({
      manufacturer: GMBH,
      responsiblePerson: { __typename: 'ResponsiblePerson', market: 'EU', company: { ...GMBH } },
    });
    expect(html).toContain('Deutschland');
    expect(html).toContain('safety.responsible.EU');
    expect(html.split(GMBH.name)).toHaveLength(3);
    expect(html.split(GMBH.address)).toHaveLength(2);
  });

  it('gives both addresses where they differ', () => {
    const maker = { ...GMBH, name: 'Testhaus Ltd', country: 'KR', contact: 'https://testhaus.example/contact' };
    const html = rendered({
      manufacturer: maker,
      responsiblePerson: { __typename: 'ResponsiblePerson', market: 'EU', company: GMBH },
    });
    expect(html.split(GMBH.address)).toHaveLength(3);
    expect(html).toContain('href="https://testhaus.example/contact"');
    expect(html).toContain('href="mailto:safety@testhaus.example"');
  });
});
