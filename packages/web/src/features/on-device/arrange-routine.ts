import type { Texture, UseTime } from '../../generated/graphql.ts';
import type { KeptProduct, RoutineStep } from './device-data.ts';

/** The steps of a routine in their order: off, prepare, treat, hold in, protect. */
export const STEPS = [
  'cleanse',
  'exfoliate',
  'mask',
  'tone',
  'essence',
  'treat',
  'eyes',
  'moisturise',
  'oil',
  'protect',
  'lips',
  'other',
] as const;
export type Step = (typeof STEPS)[number];

/** The step of each category of the assortment; hands, body and sets are no part of a face's routine. */
const STEP_OF: Readonly<Record<string, Step>> = {
  cleanser: 'cleanse',
  exfoliant: 'exfoliate',
  mask: 'mask',
  toner: 'tone',
  essence: 'essence',
  serum: 'treat',
  'eye-care': 'eyes',
  moisturiser: 'moisturise',
  'face-oil': 'oil',
  'sun-care': 'moisturise',
  'lip-care': 'lips',
  'body-care': 'other',
  'hand-care': 'other',
  set: 'other',
};

/** From thin to thick, which is also the order within a step; what cleanses with oil goes before what cleanses with water. */
const THICKNESS: readonly Texture[] = [
  'MIST',
  'LIQUID',
  'SHEET',
  'FOAM',
  'GEL',
  'POWDER',
  'MILK',
  'LOTION',
  'CREAM',
  'BALM',
  'STICK',
  'OIL',
];

/** Where another catalogue has other categories, texture tells: the thinner, the earlier. */
const STEP_BY_TEXTURE: Readonly<Record<Texture, Step>> = {
  MIST: 'tone',
  LIQUID: 'tone',
  SHEET: 'mask',
  FOAM: 'cleanse',
  GEL: 'treat',
  POWDER: 'other',
  MILK: 'moisturise',
  LOTION: 'moisturise',
  CREAM: 'moisturise',
  BALM: 'oil',
  STICK: 'other',
  OIL: 'oil',
};

/** Vitamin A and its kin, which light spoils and which makes skin wary of light: for evenings only. */
const RETINOIDS: ReadonlySet<string> = new Set(['retinol', 'retinal', 'hydroxypinacolone-retinoate']);

/** The step of a routine that a product is. */
export function stepOf({ details }: KeptProduct): Step {
  if (!details) return 'other';
  // Whatever its category: what filters the sun and is made for mornings goes on top, or it would be covered.
  if (protectsByDay(details)) return 'protect';
  const named = details.category && Object.hasOwn(STEP_OF, details.category.handle) && STEP_OF[details.category.handle];
  return named || (details.texture ? STEP_BY_TEXTURE[details.texture] : 'other');
}

/** Whether a product is for a time of the day; a retinoid is for the evening, whatever its label says. */
export function isFor({ details }: KeptProduct, time: UseTime): boolean {
  if (!details) return true;
  if (time === 'MORNING' && hasRetinoid(details)) return false;
  return details.useTimes.length === 0 || details.useTimes.includes(time);
}

/** The products of a time of the day, in the order in which they go on; alike ones as they were added. */
export function arrangeRoutine(routine: readonly RoutineStep[], time: UseTime): { step: Step; product: KeptProduct }[] {
  return routine
    .filter(({ morning, evening }) => (time === 'MORNING' ? morning : evening))
    .map(({ product }) => ({ step: stepOf(product), product }))
    .sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || thicknessOf(a) - thicknessOf(b));
}

/** Whether the evening asks for sun protection that the morning does not have. */
export function lacksSunProtection(routine: readonly RoutineStep[]): boolean {
  const asks = routine.some(
    ({ product: { details }, morning, evening }) =>
      (morning || evening) && details && (details.exfoliates || hasRetinoid(details)),
  );
  return asks && !arrangeRoutine(routine, 'MORNING').some(({ step }) => step === 'protect');
}

type Details = NonNullable<KeptProduct['details']>;

const protectsByDay = ({ filtersUv, useTimes, category }: Details) =>
  filtersUv && useTimes.includes('MORNING') && (category?.handle === 'sun-care' || !useTimes.includes('EVENING'));

const hasRetinoid = ({ ingredients }: Details) => ingredients.some(({ slug }) => RETINOIDS.has(slug));

function thicknessOf({ step, product: { details } }: { step: Step; product: KeptProduct }): number {
  const place = details?.texture ? THICKNESS.indexOf(details.texture) : THICKNESS.length;
  return step === 'cleanse' ? -place : place;
}
