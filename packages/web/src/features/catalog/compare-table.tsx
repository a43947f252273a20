import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatMoney } from '../../platform/i18n/format.ts';
import { type Translate, useText } from '../../platform/i18n/text.tsx';
import { type Locale, useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { type ComparedProduct, type ComparedRow, comparePath, differs, onlyHere } from './compare-state.ts';
import { CONCERNS, FREE_FROM, SKIN_TYPES, STOCK, TEXTURES, USE_TIMES } from './vocabulary-names.ts';

/** What each product has of each property, in words. */
function rowsOf(products: readonly ComparedProduct[], t: Translate, locale: Locale): ComparedRow<MessageKey>[] {
  const row = (key: MessageKey, words: (product: ComparedProduct) => readonly string[]) => ({
    key,
    cells: products.map((product) => words(product)),
  });
  return [
    row('compare.sizes', ({ variants }) => variants.map((variant) => sizeInWords(variant, t, locale))),
    row('compare.stock', ({ stock }) => [t(STOCK[stock])]),
    row('facet.CATEGORY', ({ category }) => (category ? [category.title] : [])),
    row('product.suits', ({ skinTypes }) => skinTypes.map((type) => t(SKIN_TYPES[type]))),
    row('product.chosenFor', ({ concerns }) => concerns.map((concern) => t(CONCERNS[concern]))),
    row('product.texture', ({ texture }) => (texture ? [t(TEXTURES[texture])] : [])),
    row('product.when', ({ useTimes }) => useTimes.map((time) => t(USE_TIMES[time]))),
    row('product.without', ({ freeFrom }) => freeFrom.map((value) => t(FREE_FROM[value]))),
    row('product.keeps', ({ periodAfterOpeningMonths: months }) =>
      months === null ? [] : [t('compare.months', { months })],
    ),
    row('ingredients.title', ({ ingredients }) => ingredients.map(({ commonName }) => commonName)),
  ];
}

function sizeInWords(
  { title, price, unitPrice, contentUnit }: ComparedProduct['variants'][number],
  t: Translate,
  { language, market }: Locale,
): string {
  if (!price) return `${title}: ${t('price.none')}`;
  const amount = formatMoney(price, language, market);
  if (!unitPrice) return `${title}: ${amount}`;
  const unit = { amount: formatMoney(unitPrice, language, market) };
  return `${title}: ${amount} (${contentUnit === 'G' ? t('price.per100g', unit) : t('price.per100ml', unit)})`;
}

/** Sizes and prices are hardly ever the same; a mark on each would mark nothing. */
const NONE: ReadonlySet<string> = new Set();

interface CompareTableProps {
  readonly products: readonly ComparedProduct[];
  readonly onlyDifferent: boolean;
}

/**
 * Products side by side. Each property is a heading across the table with what the products have of it below, so that
 * three fit beside each other in the window of a phone, and it is still one table to a screen reader.
 */
export function CompareTable({ products, onlyDifferent }: CompareTableProps) {
  const t = useText();
  const { language, market } = useLocale();
  const rows = rowsOf(products, t, { language, market }).filter((row) => !onlyDifferent || differs(row));
  return (
    <table className="w-full table-fixed border-collapse text-start text-fine hyphens-auto [overflow-wrap:anywhere] sm:text-small">
      <caption className="sr-only">{t('compare.title')}</caption>
      <thead>
        <tr>
          {products.map((product) => (
            <th key={product.slug} scope="col" className="pe-3 pb-6 text-start align-top font-normal sm:pe-8">
              <ComparedHead product={product} all={products} onlyDifferent={onlyDifferent} />
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.key} className="border-t border-hairline">
          <tr>
            <th scope="rowgroup" colSpan={products.length} className="pe-3 pt-4 pb-1 text-start font-medium sm:pe-8">
              {t(row.key)}
              {products.length > 1 && (
                <span
                  className={
                    differs(row)
                      ? 'ms-3 rounded-full bg-eucalyptus-wash px-2.5 py-0.5 text-fine font-normal text-eucalyptus'
                      : 'ms-3 text-fine font-normal text-ink-faint'
                  }
                >
                  {differs(row) ? t('compare.differs') : t('compare.same')}
                </span>
              )}
            </th>
          </tr>
          <tr>
            {row.cells.map((cell, at) => (
              <td
                key={products[at]?.slug}
                className="pe-3 pb-5 align-top text-ink-soft sm:pe-8"
                suppressHydrationWarning
              >
                <Cell words={cell} alone={row.key === 'compare.sizes' ? NONE : onlyHere(row, at)} />
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function Cell({ words, alone }: { words: readonly string[]; alone: ReadonlySet<string> }) {
  const t = useText();
  if (words.length === 0) return <span aria-hidden="true">–</span>;
  // A property of one word says by its heading that it differs.
  const marked = words.length > 1;
  return (
    <ul className="flex flex-col gap-1">
      {words.map((word) => (
        <li key={word} className="first-letter:uppercase" suppressHydrationWarning>
          {marked && alone.has(word) ? (
            <span className="border-b border-eucalyptus text-ink">
              {word}
              <span className="sr-only"> ({t('compare.onlyHere')})</span>
            </span>
          ) : (
            word
          )}
        </li>
      ))}
    </ul>
  );
}

interface ComparedHeadProps {
  readonly product: ComparedProduct;
  readonly all: readonly ComparedProduct[];
  readonly onlyDifferent: boolean;
}

function ComparedHead({ product, all, onlyDifferent }: ComparedHeadProps) {
  const t = useText();
  const [picture] = product.pictures;
  const others = all.flatMap(({ slug }) => (slug === product.slug ? [] : slug));
  return (
    <div className="flex flex-col gap-x-6 gap-y-3 lg:grid lg:grid-cols-2 lg:items-end">
      <div className="aspect-4/5 w-full overflow-hidden rounded-soft bg-sunken">
        {picture && (
          <Picture
            picture={picture}
            sizes="(min-width: 64rem) 16vw, 33vw"
            decorative
            leading="early"
            className="h-full"
          />
        )}
      </div>
      <div className="flex flex-col items-start gap-2">
        <LocalLink
          to={`/products/${product.slug}`}
          className="display-4 max-sm:text-[1.0625rem] transition-colors hover:text-eucalyptus"
        >
          {product.title}
        </LocalLink>
        {product.priceFrom && <Price money={product.priceFrom} from={product.variants.length > 1} />}
        <LocalLink
          to={comparePath(others, onlyDifferent)}
          aria-label={t('compare.remove', { name: product.title })}
          preventScrollReset
          className="inline-link touch-target inline-block min-h-6 py-0.5 text-fine"
        >
          {t('cart.remove')}
        </LocalLink>
      </div>
    </div>
  );
}
