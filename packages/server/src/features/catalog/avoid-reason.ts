import type { AvoidReason } from '@barrier/schema/catalog/vocabulary.ts';
import type { IngredientRecord } from './catalogue-records.ts';

type Acting = Pick<IngredientRecord, 'functions'>;

/**
 * Why two ingredients that a catalogue keeps apart should not meet. The catalogue says that they should not; the reason
 * follows from what each does, so that an imported catalogue has reasons too.
 */
export function avoidReason(one: Acting, other: Acting): AvoidReason {
  const both = (name: IngredientRecord['functions'][number]) =>
    one.functions.includes(name) && other.functions.includes(name);
  if (both('EXFOLIANT')) return 'BOTH_EXFOLIATE';
  if (one.functions.includes('EXFOLIANT') || other.functions.includes('EXFOLIANT')) return 'EXFOLIATION_DEEPENS';
  // Two antioxidants that are kept apart use each other up, as copper does with vitamin C.
  return both('ANTIOXIDANT') ? 'LOSE_EFFECT' : 'STRONG_TOGETHER';
}
