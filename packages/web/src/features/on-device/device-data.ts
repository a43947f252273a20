import {
  array,
  boolean,
  type GenericSchema,
  type InferOutput,
  integer,
  isoDate,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  regex,
  safeParse,
  string,
} from 'valibot';
import type { Concern, FreeFrom, SkinType, Texture, UseTime } from '../../generated/graphql.ts';
import { LANGUAGES } from '../../platform/locale/language.ts';
import { CONCERNS, FREE_FROM, SKIN_TYPES, TEXTURES, USE_TIMES } from '../catalog/vocabulary-names.ts';

// What lies on the device may be damaged, edited by hand or written by another version: each value is checked when it is
// read, and what does not hold is as if it were not there.

const text = (most: number) => pipe(string(), minLength(1), maxLength(most));
const count = (most: number) => pipe(number(), integer(), minValue(0), maxValue(most));
const day = pipe(string(), isoDate());
const oneOf = <Value extends string>(names: Readonly<Record<Value, unknown>>) =>
  picklist(Object.keys(names) as Value[]);

const ingredient = object({
  slug: text(200),
  name: text(300),
  /** Slugs of ingredients it should not meet in one routine. */
  avoidWith: array(text(200)),
  /** Why, in the words of its ingredient page; only of those that should not meet another. */
  explanation: nullable(text(4000)),
  /** Whether it may be there to set the acidity only. */
  setsPh: boolean(),
});

const details = object({
  category: nullable(object({ handle: text(200), title: text(300) })),
  texture: nullable(oneOf<Texture>(TEXTURES)),
  useTimes: array(oneOf<UseTime>(USE_TIMES)),
  periodAfterOpeningMonths: nullable(pipe(count(600), minValue(1))),
  /** Whether it holds a filter against ultraviolet light. */
  filtersUv: boolean(),
  exfoliates: boolean(),
  ingredients: array(ingredient),
});

const keptProduct = object({
  slug: text(200),
  title: text(300),
  subtitle: nullable(text(1000)),
  /** The language of its texts. */
  language: picklist(LANGUAGES),
  price: nullable(object({ amount: count(Number.MAX_SAFE_INTEGER), currency: pipe(string(), regex(/^[A-Z]{3}$/)) })),
  keptOn: day,
  /** Null where it was kept from a list, which does not tell what is in it. */
  details: nullable(details),
});

const skinProfile = object({
  skinType: nullable(oneOf<SkinType>(SKIN_TYPES)),
  sensitive: boolean(),
  concerns: array(oneOf<Concern>(CONCERNS)),
  /** What the visitor would rather do without. */
  without: array(oneOf<FreeFrom>(FREE_FROM)),
});

const routineStep = object({ product: keptProduct, morning: boolean(), evening: boolean() });
const openedProduct = object({ product: keptProduct, openedOn: day });

/** A product as it was when the visitor kept it: enough to show it without asking anybody. */
export type KeptProduct = InferOutput<typeof keptProduct>;
/** What a catalogue says of a product for a routine. */
export type KeptDetails = InferOutput<typeof details>;
/** What the visitor said of their skin. */
export type SkinProfile = InferOutput<typeof skinProfile>;
/** A product in the routine, and at which times. */
export type RoutineStep = InferOutput<typeof routineStep>;
/** A product that is in use, and since when. */
export type OpenedProduct = InferOutput<typeof openedProduct>;

/** All that the visitor keeps on the device, but for appearance and market. */
export interface DeviceData {
  readonly skin: SkinProfile | null;
  readonly favourites: readonly KeptProduct[];
  readonly viewed: { readonly paused: boolean; readonly products: readonly KeptProduct[] };
  readonly routine: readonly RoutineStep[];
  readonly opened: readonly OpenedProduct[];
}

export type DevicePart = keyof DeviceData;

/** Nothing kept. */
export const NOTHING: DeviceData = {
  skin: null,
  favourites: [],
  viewed: { paused: false, products: [] },
  routine: [],
  opened: [],
};

/** How many of each are kept; the oldest make room. */
export const MOST = { favourites: 100, viewed: 12, routine: 24, opened: 50 } as const;

const listOf =
  <Schema extends GenericSchema>(item: Schema, most: number) =>
  (value: unknown): InferOutput<Schema>[] =>
    // One damaged entry does not take the others with it.
    (Array.isArray(value) ? (value as unknown[]) : [])
      .flatMap((entry) => {
        const parsed = safeParse(item, entry);
        return parsed.success ? [parsed.output] : [];
      })
      .slice(0, most);

const bySlug = <Entry>(entries: readonly Entry[], slugOf: (entry: Entry) => string): Entry[] => [
  ...new Map(entries.map((entry) => [slugOf(entry), entry])).values(),
];

const readKept = listOf(keptProduct, MOST.favourites);
const readRoutine = listOf(routineStep, MOST.routine);
const readOpened = listOf(openedProduct, MOST.opened);

/** Reads each part from what was stored; whatever is stored, the answer is sound. */
export const READERS: { readonly [Part in DevicePart]: (value: unknown) => DeviceData[Part] } = {
  skin: (value) => {
    const parsed = safeParse(skinProfile, value);
    return parsed.success ? parsed.output : null;
  },
  favourites: (value) => bySlug(readKept(value), ({ slug }) => slug),
  viewed: (value) => {
    const { paused, products } = (value ?? {}) as { paused?: unknown; products?: unknown };
    return { paused: paused === true, products: bySlug(readKept(products), ({ slug }) => slug).slice(0, MOST.viewed) };
  },
  routine: (value) => bySlug(readRoutine(value), ({ product }) => product.slug),
  opened: (value) => bySlug(readOpened(value), ({ product }) => product.slug),
};
