import type { Locale } from './locale.ts';

const FROM: Readonly<Record<Locale['language'], (amount: string) => string>> = {
  EN: (amount) => `${amount} and above`,
  DE: (amount) => `ab ${amount}`,
  ZH: (amount) => `${amount} 以上`,
};

const UP_TO: Readonly<Record<Locale['language'], (amount: string) => string>> = {
  EN: (amount) => `up to ${amount}`,
  DE: (amount) => `bis ${amount}`,
  ZH: (amount) => `${amount} 以下`,
};

/** Words that were put together before; there are a handful of bands for each market. */
const known = new Map<string, string>();
const MOST_KNOWN = 1_000;

/** A range of prices in words, its ends in minor units; no `to` means no upper end. */
export function formatBand(locale: Locale, from: number, to: number | null): string {
  const key = `${locale.language} ${locale.currency} ${from}-${to}`;
  let words = known.get(key);
  if (words === undefined) {
    words = format(locale, from, to);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, words);
  }
  return words;
}

function format({ language, currency }: Locale, from: number, to: number | null): string {
  const style = { style: 'currency', currency, minimumFractionDigits: 0 } as const;
  const amounts = new Intl.NumberFormat(language.toLowerCase(), style);
  if (to === null) return FROM[language](amounts.format(from / 100));
  // The next band begins one minor unit above: round amounts read better than 19.99.
  const end = (to + 1) / 100;
  return from === 0 ? UP_TO[language](amounts.format(end)) : amounts.formatRange(from / 100, end);
}
