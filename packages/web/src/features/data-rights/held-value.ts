import type { HeldValuePartsFragment, HoldingsQuery, PersonalTextPartsFragment } from '../../generated/graphql.ts';

/** What hangs together: the account, or one order. */
export type HeldPart = HoldingsQuery['holdings']['nodes'][number];

/** The field that a value stands in is that of its category. */
const PLACES = [
  'name',
  'email',
  'phone',
  'deliveryAddress',
  'orderRecord',
  'paymentReference',
  'message',
  'credential',
  'consent',
  'preference',
  'businessContact',
] as const satisfies readonly (keyof HeldValuePartsFragment)[];

/** The value itself; null if it is withheld. */
export function shownIn(value: HeldValuePartsFragment): PersonalTextPartsFragment | null {
  for (const place of PLACES) if (value[place]) return value[place];
  return null;
}

/** The moment (ms) at which the first revealed value is to go from the screen. */
export function firstEnd(parts: readonly HeldPart[]): number | null {
  const ends = valuesOf(parts).flatMap((value) => {
    const until = shownIn(value)?.until;
    return until == null ? [] : [Date.parse(until)];
  });
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** The same parts without what was revealed. */
export function withoutTexts(parts: readonly HeldPart[]): HeldPart[] {
  return parts.map((part) => ({
    ...part,
    records: part.records.map((record) => ({ ...record, values: record.values.map(withoutText) })),
  }));
}

function valuesOf(parts: readonly HeldPart[]): HeldValuePartsFragment[] {
  return parts.flatMap(({ records }) => records.flatMap(({ values }) => values));
}

function withoutText(value: HeldValuePartsFragment): HeldValuePartsFragment {
  const hidden = Object.fromEntries(
    PLACES.flatMap((place) => {
      const shown = value[place];
      if (shown?.access !== 'REVEALED') return [];
      return [[place, { ...shown, access: 'MASKED' as const, text: null, until: null }]];
    }),
  );
  return { ...value, ...hidden };
}
