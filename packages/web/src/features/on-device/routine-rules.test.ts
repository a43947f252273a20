import { describe, expect, it } from 'vitest';
import { arrangeRoutine, isFor, lacksSunProtection } from './arrange-routine.ts';
import type { KeptDetails, KeptProduct, RoutineStep } from './device-data.ts';
import { findClashes } from './find-clashes.ts';

const ingredient = (slug: string, avoidWith: string[] = [], setsPh = false) => ({
  slug,
  name: slug,
  avoidWith,
  explanation: avoidWith.length > 0 ? `${slug} keeps apart.` : null,
  setsPh,
});

const kept = (slug: string, said: Partial<KeptDetails> & { handle?: string } = {}): KeptProduct => ({
  slug,
  title: slug,
  subtitle: null,
  language: 'en',
  price: null,
  keptOn: '2026-01-31',
  details: {
    category: said.handle ? { handle: said.handle, title: said.handle } : null,
    texture: null,
    useTimes: ['MORNING', 'EVENING'],
    periodAfterOpeningMonths: 6,
    filtersUv: false,
    exfoliates: false,
    ingredients: [],
    ...said,
  },
});

const both = (product: KeptProduct): RoutineStep => ({ product, morning: true, evening: true });
const order = (steps: RoutineStep[]) => arrangeRoutine(steps, 'MORNING').map(({ product: { slug } }) => slug);

const retinol = ingredient('retinol', ['glycolic-acid']);
const glycolic = ingredient('glycolic-acid', ['retinol'], true);
const water = ingredient('aqua');

describe('A routine', () => {
  it('goes from cleanser to sun protection, however it was put together', () => {
    const handles = ['face-oil', 'moisturiser', 'eye-care', 'serum', 'essence', 'toner', 'exfoliant', 'cleanser'];
    const sun = kept('sun-care', { handle: 'sun-care', filtersUv: true, useTimes: ['MORNING'] });
    const steps = [sun, ...handles.map((handle) => kept(handle, { handle }))].map(both);
    expect(order(steps)).toEqual([...handles.toReversed(), 'sun-care']);
  });

  it('ends in the morning with a cream that filters the sun, too', () => {
    const cream = kept('day cream', { handle: 'moisturiser', filtersUv: true, useTimes: ['MORNING'] });
    expect(order([cream, kept('oil', { handle: 'face-oil' })].map(both))).toEqual(['oil', 'day cream']);
  });

  it('does not take a lotion for after the sun for protection', () => {
    const after = kept('after sun', { handle: 'sun-care', useTimes: ['EVENING'] });
    expect(arrangeRoutine([both(after)], 'EVENING')[0]?.step).toBe('moisturise');
  });

  it('cleanses with oil first and treats with what is thin first', () => {
    const steps = [
      kept('gel cleanser', { handle: 'cleanser', texture: 'GEL' }),
      kept('oil cleanser', { handle: 'cleanser', texture: 'OIL' }),
      kept('cream serum', { handle: 'serum', texture: 'CREAM' }),
      kept('liquid serum', { handle: 'serum', texture: 'LIQUID' }),
    ];
    expect(order(steps.map(both))).toEqual(['oil cleanser', 'gel cleanser', 'liquid serum', 'cream serum']);
  });

  it('goes by texture where the catalogue has categories of its own', () => {
    const steps = [
      kept('balm', { handle: 'constructor', texture: 'BALM' }),
      kept('water', { handle: 'my-things', texture: 'LIQUID' }),
    ];
    expect(order(steps.map(both))).toEqual(['water', 'balm']);
  });

  it('has retinoids in the evening only, whatever the label says', () => {
    const serum = kept('night', { ingredients: [retinol] });
    expect([isFor(serum, 'MORNING'), isFor(serum, 'EVENING')]).toEqual([false, true]);
    expect(isFor(kept('day', { useTimes: ['MORNING'] }), 'EVENING')).toBe(false);
  });

  it('asks for sun protection in the morning after an evening that makes skin wary of light', () => {
    const night = { product: kept('night', { ingredients: [retinol] }), morning: false, evening: true };
    const sun = { product: kept('sun', { filtersUv: true, useTimes: ['MORNING'] }), morning: true, evening: false };
    expect(lacksSunProtection([night])).toBe(true);
    expect(lacksSunProtection([night, sun])).toBe(false);
    expect(lacksSunProtection([both(kept('cream'))])).toBe(false);
  });
});

describe('findClashes', () => {
  const night = kept('night', { handle: 'serum', ingredients: [water, retinol] });

  it('finds a pair by either of its ingredients and says which', () => {
    const peel = kept('peel', { handle: 'exfoliant', ingredients: [ingredient('glycolic-acid'), water, water] });
    const [clash, ...rest] = findClashes([peel, kept('cream'), night]);
    expect(rest).toEqual([]);
    expect(clash?.products.map(({ slug }) => slug)).toEqual(['peel', 'night']);
    expect(clash?.ingredients.map(({ slug }) => slug)).toEqual(['glycolic-acid', 'retinol']);
  });

  it('leaves an acid in peace that only sets how acid the formula is', () => {
    const strong = kept('strong', { ingredients: [glycolic, water, water] });
    const trace = kept('trace', { ingredients: [water, water, glycolic] });
    expect(findClashes([strong, night])).toHaveLength(1);
    expect(findClashes([trace, night])).toEqual([]);
  });

  it('minds neither what is rinsed off nor what a product combines in itself', () => {
    const wash = kept('wash', { handle: 'cleanser', ingredients: [ingredient('glycolic-acid')] });
    const combined = kept('combined', { ingredients: [ingredient('glycolic-acid'), water, retinol] });
    expect(findClashes([wash, night])).toEqual([]);
    expect(findClashes([combined])).toEqual([]);
  });
});
