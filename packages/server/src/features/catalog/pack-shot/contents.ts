import type { Texture } from '@barrier/schema/catalog/vocabulary.ts';
import { mix, tone } from './colour.ts';

/** What is in a vessel, as far as light cares. */
export interface Contents {
  colour: string;
  /** How much light passes: 1 is water, 0 is cream. */
  clarity: number;
}

const CLARITY: Record<Texture, number> = {
  GEL: 0.62,
  OIL: 0.72,
  LIQUID: 0.85,
  MIST: 0.85,
  FOAM: 0.7,
  SHEET: 0.6,
  MILK: 0.12,
  LOTION: 0.08,
  CREAM: 0,
  BALM: 0.05,
  STICK: 0,
  POWDER: 0,
};

/** The look of a product inside its pack: oils lean to gold, waters pale, creams to ivory. */
export function contentsOf(texture: Texture, tint: string): Contents {
  const clarity = CLARITY[texture];
  if (texture === 'OIL') return { colour: mix(tint, '#e0a23c', 0.6), clarity };
  if (clarity > 0.8) return { colour: mix(tone(tint, 0.88, 0.9), '#ffffff', 0.2), clarity };
  if (clarity > 0.5) return { colour: tone(tint, 0.8, 1.15), clarity };
  return { colour: mix(tone(tint, 0.9, 0.9), '#fff6ea', 0.5), clarity };
}
