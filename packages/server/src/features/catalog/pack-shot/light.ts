import { mix } from './colour.ts';
import { type Lathe, outlineOf, stripOf } from './lathe.ts';
import { fix, type Stop, share } from './sketch.ts';
import type { Studio } from './studio.ts';

/** Light across a turned body from left (0) to right (1): 1 is the colour itself, less is shade, more is sheen. */
export type Ramp = readonly (readonly [position: number, light: number])[];

/** A matt cylinder under one large soft light from the upper left, with some light bounced back on its dark side. */
export const MATT: Ramp = [
  [0, 0.72],
  [0.035, 0.82],
  [0.13, 0.97],
  [0.26, 1.05],
  [0.4, 1],
  [0.56, 0.91],
  [0.72, 0.78],
  [0.86, 0.67],
  [0.93, 0.64],
  [0.975, 0.7],
  [1, 0.76],
];

/** The same light on a label, which lies on the middle of a body only. */
export const MATT_LABEL: Ramp = [
  [0.08, 0.94],
  [0.26, 1.05],
  [0.56, 0.91],
  [0.9, 0.65],
];

/** Satin metal: the same light, mirrored in bands. */
export const SATIN_METAL: Ramp = [
  [0, 0.5],
  [0.03, 0.66],
  [0.09, 0.9],
  [0.16, 1.1],
  [0.25, 1.14],
  [0.32, 1.02],
  [0.42, 0.86],
  [0.54, 0.84],
  [0.66, 0.93],
  [0.73, 0.88],
  [0.83, 0.62],
  [0.9, 0.5],
  [0.945, 0.58],
  [0.975, 0.82],
  [1, 0.62],
];

/** Dark gloss: nearly black with a narrow reflection of the lamp. */
export const DARK_GLOSS: Ramp = [
  [0, 0.96],
  [0.05, 1],
  [0.14, 1.05],
  [0.24, 1.06],
  [0.36, 1.02],
  [0.7, 0.95],
  [0.92, 0.9],
  [0.97, 1.03],
  [1, 0.96],
];

/** Colour under an amount of light: below 1 it sinks towards the shade of the set, above 1 it rises towards white. */
export function lit({ shade }: Studio, colour: string, light: number): string {
  return light <= 1 ? mix(colour, shade, Math.min(1, 1 - light)) : mix(colour, '#ffffff', Math.min(1, (light - 1) * 4));
}

/** The gradient across a turned body between two x positions. */
export function turned(studio: Studio, x0: number, x1: number, colour: string, ramp: Ramp, contrast = 1): string {
  const stops = ramp.map(([at, light]): Stop => [at, lit(studio, colour, 1 + (light - 1) * contrast)]);
  return studio.sketch.linear([x0, 0], [x1, 0], stops);
}

/** How the lamp's reflection fades down a body: one gradient for all, its strength given by opacity. */
export const LAMP_FADE: readonly Stop[] = [
  [0, '#ffffff', 0.55],
  [0.12, '#ffffff'],
  [0.9, '#ffffff', 0.4],
  [1, '#ffffff', 0],
];

/** A reflection of the lamp on a turned body: a strip between two shares of the radius that fades downwards. */
interface Reflection {
  from: number;
  to: number;
  top: number;
  bottom: number;
  strength: number;
  /** Blur in units, 0 for a sharp edge. */
  soft: number;
}

/** Draws such a reflection; all of one height share their gradient. */
export function reflection({ sketch }: Studio, lathe: Lathe, strip: Reflection): string {
  const fade = sketch.linear([0, strip.top], [0, strip.bottom], LAMP_FADE);
  const softly = strip.soft === 0 ? '' : ` ${sketch.blur(strip.soft, 2)}`;
  return `<path d="${stripOf(lathe, strip.from, strip.to)}" fill="${fade}" opacity="${share(strip.strength)}"${softly}/>`;
}

/** A shadow that deepens from one height to another: one gradient for all, its strength given by opacity. */
export function fallOf({ sketch, shade }: Studio, from: number, to: number): string {
  return sketch.linear(
    [0, from],
    [0, to],
    [
      [0, shade, 0],
      [0.5, shade, 0.3],
      [1, shade],
    ],
  );
}

/** Darkness near the floor, where little light gets. */
export function occlusion(studio: Studio, lathe: Lathe, strength = 0.3): string {
  const foot = lathe.base + lathe.radius * lathe.squash;
  return studio.sketch.shape(
    outlineOf(lathe),
    `fill="${fallOf(studio, foot - 110, foot)}" opacity="${share(strength)}"`,
  );
}

/** The light on an upper edge seen from above: a short bright arc on its left half. */
export function edgeLight(
  { sketch }: Studio,
  path: string,
  cx: number,
  radius: number,
  strength: number,
  width = 2.4,
): string {
  const stroke = sketch.linear(
    [cx - radius, 0],
    [cx + radius, 0],
    [
      [0, '#ffffff', 0.4],
      [0.28, '#ffffff'],
      [0.62, '#ffffff', 0.25],
      [1, '#ffffff', 0.35],
    ],
  );
  return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${fix(width)}" opacity="${share(strength)}"/>`;
}
