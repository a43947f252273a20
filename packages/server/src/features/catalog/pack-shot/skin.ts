import { mix, tone } from './colour.ts';
import type { Contents } from './contents.ts';
import { frostOf } from './frosted.ts';
import { MATT, type Ramp, SATIN_METAL } from './light.ts';
import { cardOf, metalOf, plasticOf } from './opaque.ts';
import type { PackMaterial } from './pack-shot-spec.ts';
import type { Studio } from './studio.ts';

/** A material as a thin wall, for packs that are pressed, folded or drawn from a sheet. */
export interface Skin {
  colour: string;
  ramp: Ramp;
  contrast: number;
  gloss: number;
  /** Mirrors the lamp in bands rather than as one soft light. */
  polished: boolean;
  fibre: boolean;
}

/** Brown film or lacquer: dark, with light coming through on the far side. */
const AMBER_FILM: Ramp = [
  [0, 0.7],
  [0.08, 0.92],
  [0.22, 1.05],
  [0.45, 0.95],
  [0.74, 1.03],
  [0.88, 0.84],
  [1, 0.55],
];

/** How each material looks as a film, laminate or lacquered sheet. */
export function skinOf(studio: Studio, material: PackMaterial, contents: Contents): Skin {
  switch (material) {
    case 'ALUMINIUM':
      return { colour: metalOf(studio), ramp: SATIN_METAL, contrast: 0.72, gloss: 0.5, polished: true, fibre: false };
    case 'WHITE_PLASTIC':
      return { colour: plasticOf(studio), ramp: MATT, contrast: 0.62, gloss: 0.5, polished: false, fibre: false };
    case 'PAPER_TUBE':
      return { colour: cardOf(studio), ramp: MATT, contrast: 0.86, gloss: 0, polished: false, fibre: true };
    case 'FROSTED_GLASS':
      return {
        colour: mix(frostOf(studio), contents.colour, 0.35),
        ramp: MATT,
        contrast: 0.6,
        gloss: 0.4,
        polished: false,
        fibre: false,
      };
    case 'CLEAR_GLASS':
      return {
        colour: tone(contents.colour, 0.84, 0.72),
        ramp: MATT,
        contrast: 0.72,
        gloss: 0.9,
        polished: true,
        fibre: false,
      };
    case 'AMBER_GLASS':
      return { colour: '#7c4117', ramp: AMBER_FILM, contrast: 1.1, gloss: 0.6, polished: true, fibre: false };
  }
}
