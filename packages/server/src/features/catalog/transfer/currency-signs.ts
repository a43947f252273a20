import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';

/** Where people write of the shop's currencies: `US$` is how Britons write what Americans write `$`. */
const PLACES = ['en-US', 'en-GB', 'de-DE', 'zh-CN', 'zh-TW', 'ja-JP'];
const DISPLAYS = ['symbol', 'narrowSymbol', 'code', 'name'] as const;

/** What is written as well, but unknown to Intl. */
const ALSO: Partial<Record<CurrencyCode, readonly string[]>> = { CNY: ['RMB'] };

const known = new Map<CurrencyCode, ReadonlySet<string>>();

/** Whether a text is a sign, code or name of a currency, such as `€`, `EUR` or `euros`. */
export function isSignOf(text: string, currency: CurrencyCode): boolean {
  let signs = known.get(currency);
  if (!signs) {
    signs = signsOf(currency);
    known.set(currency, signs);
  }
  return signs.has(folded(text));
}

function signsOf(currency: CurrencyCode): ReadonlySet<string> {
  const signs = PLACES.flatMap((place) =>
    DISPLAYS.flatMap((currencyDisplay) => {
      const format = new Intl.NumberFormat(place, { style: 'currency', currency, currencyDisplay });
      // One euro, two euros.
      return [1, 2].flatMap(
        (amount) => format.formatToParts(amount).find(({ type }) => type === 'currency')?.value ?? [],
      );
    }),
  );
  return new Set([...signs, ...(ALSO[currency] ?? [])].map(folded));
}

/** Full-width signs are the same signs. */
function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
