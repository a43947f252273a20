import { mix, tone } from './colour.ts';
import { DARK_GLOSS, MATT, type Ramp, SATIN_METAL } from './light.ts';
import type { PackMaterial } from './pack-shot-spec.ts';
import { hashOf } from './sketch.ts';
import type { Studio } from './studio.ts';

/** What a cap, collar or pump is made of. */
export interface Finish {
  colour: string;
  ramp: Ramp;
  contrast: number;
  /** Strength of the lamp's reflection, 0 for matt. */
  gloss: number;
  grain: boolean;
}

type FinishName = 'BLACK' | 'METAL' | 'OAK' | 'IVORY' | 'TINTED';

const SUITED: Record<PackMaterial, readonly FinishName[]> = {
  FROSTED_GLASS: ['OAK', 'IVORY', 'METAL'],
  CLEAR_GLASS: ['METAL', 'BLACK', 'OAK'],
  AMBER_GLASS: ['BLACK', 'BLACK', 'METAL'],
  ALUMINIUM: ['BLACK', 'METAL', 'OAK'],
  PAPER_TUBE: ['IVORY', 'OAK', 'TINTED'],
  WHITE_PLASTIC: ['IVORY', 'TINTED', 'METAL'],
};

/** The finish that goes with a material; a range keeps its own throughout. */
export function finishFor(studio: Studio, material: PackMaterial, range: string): Finish {
  const choices = SUITED[material];
  const name = choices[hashOf(range) % choices.length] ?? 'IVORY';
  return finishNamed(studio, name);
}

/** One of the finishes by name. */
export function finishNamed({ tint, ground }: Studio, name: FinishName): Finish {
  if (name === 'BLACK') return { colour: '#26241f', ramp: DARK_GLOSS, contrast: 1.6, gloss: 0.34, grain: false };
  if (name === 'METAL')
    return { colour: mix('#d3d0ca', ground, 0.15), ramp: SATIN_METAL, contrast: 0.92, gloss: 0.55, grain: false };
  if (name === 'OAK') return { colour: '#c49a6c', ramp: MATT, contrast: 1.05, gloss: 0, grain: true };
  if (name === 'TINTED') return { colour: tone(tint, 0.66, 1.1), ramp: MATT, contrast: 0.9, gloss: 0.25, grain: false };
  return { colour: '#f1ece2', ramp: MATT, contrast: 0.68, gloss: 0.3, grain: false };
}
