import type { ReactNode } from 'react';
import type { CompanyPartsFragment, Market, ProductQuery } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { countryName } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { ProductDetail } from './product-detail.tsx';

type Product = NonNullable<ProductQuery['product']>;

const RESPONSIBLE: Readonly<Record<Market, MessageKey>> = {
  EU: 'safety.responsible.EU',
  GB: 'safety.responsible.GB',
  US: 'safety.responsible.US',
  CN: 'safety.responsible.CN',
};

/**
 * What an offer has to say about a product's safety (Regulation (EC) 1223/2009, article 19; Regulation (EU) 2023/988,
 * article 19): warnings, who made it, who answers for it, and what to do if something is wrong: `contact` is where to write
 * then. A product without any of it says nothing here.
 */
export function ProductSafety({ product, contact }: { product: Product; contact: string | undefined }) {
  const t = useText();
  const { language } = useLocale();
  const { warnings, manufacturer, responsiblePerson, countryOfOrigin, batchNote } = product;
  if (!(warnings ?? manufacturer ?? responsiblePerson ?? countryOfOrigin ?? batchNote)) return null;
  const codes = product.variants.flatMap(({ sku }) => sku ?? []);
  return (
    <ProductDetail title={t('safety.title')}>
      {warnings !== null && <p className="whitespace-pre-line text-ink">{warnings}</p>}
      <dl className="mt-5 flex flex-col gap-4">
        {manufacturer && (
          <Fact name={t('safety.manufacturer')}>
            <CompanyLines company={manufacturer} />
          </Fact>
        )}
        {responsiblePerson && (
          <Fact name={t(RESPONSIBLE[responsiblePerson.market])}>
            <CompanyLines company={responsiblePerson.company} short={isSame(responsiblePerson.company, manufacturer)} />
          </Fact>
        )}
        {countryOfOrigin !== null && <Fact name={t('safety.origin')}>{countryName(countryOfOrigin, language)}</Fact>}
        {codes.length > 0 && (
          <Fact name={t('safety.itemNumber')}>
            <span translate="no">{codes.join(', ')}</span>
          </Fact>
        )}
        {batchNote !== null && <Fact name={t('safety.batch')}>{batchNote}</Fact>}
        {contact !== undefined && (
          <Fact name={t('safety.wrong')}>
            {t('safety.wrongBody')} <Contact contact={contact} />
          </Fact>
        )}
      </dl>
    </ProductDetail>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-fine text-ink-faint">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

/** A company with its addresses; its name alone where the addresses stand just above. */
function CompanyLines({ company, short = false }: { company: CompanyPartsFragment; short?: boolean }) {
  const { language } = useLocale();
  if (short) return <span translate="no">{company.name}</span>;
  return (
    <>
      <span translate="no">
        {company.name}
        <br />
        {company.address}
      </span>
      <br />
      {countryName(company.country, language)}
      <br />
      <Contact contact={company.contact} />
    </>
  );
}

/** A link to an e-mail address or a web page. */
function Contact({ contact }: { contact: string }) {
  const isPage = contact.includes('://');
  return (
    <a
      href={isPage ? contact : `mailto:${contact}`}
      rel={isPage ? 'noreferrer' : undefined}
      className="inline-link py-1 wrap-anywhere"
    >
      {contact.replace(/^https?:\/\//, '')}
    </a>
  );
}

function isSame(company: CompanyPartsFragment, other: CompanyPartsFragment | null): boolean {
  return (
    other !== null && (['name', 'address', 'country', 'contact'] as const).every((key) => company[key] === other[key])
  );
}
