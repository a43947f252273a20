import { mix, tone } from './colour.ts';
import type { Painted } from './glass.ts';
import { type Lathe, outlineOf } from './lathe.ts';
import { MATT, occlusion, reflection, SATIN_METAL, turned } from './light.ts';
import type { Studio } from './studio.ts';

/** Bare aluminium as the set colours it. */
export const metalOf = ({ ground }: Studio): string => mix('#c6c5c2', ground, 0.25);
/** White plastic as the set colours it. */
export const plasticOf = ({ ground }: Studio): string => mix('#f8f6f2', ground, 0.12);
/** Dyed card: the tint itself, a little greyed by its fibre. */
export const cardOf = ({ tint }: Studio): string => mix(tone(tint, 0.79, 0.95), '#e4d8c4', 0.28);

/** Anodised aluminium: banded reflections and a crisp key light. */
export function paintAluminium(studio: Studio, lathe: Lathe): Painted {
  const { sketch } = studio;
  const { cx, radius, base } = lathe;
  const outline = outlineOf(lathe);
  const top = lathe.start[1];
  const strip = (from: number, to: number, strength: number, soft: number): string =>
    reflection(studio, lathe, { from, to, top, bottom: base + 30, strength, soft });
  const under = [
    sketch.shape(outline, `fill="${turned(studio, cx - radius, cx + radius, metalOf(studio), SATIN_METAL, 0.78)}"`),
    shoulderLight(studio, lathe, 0.55),
    occlusion(studio, lathe, 0.34),
  ].join('');
  const over = [strip(-0.7, -0.46, 0.34, 12), strip(-0.63, -0.57, 0.5, 3), strip(0.955, 0.985, 0.45, 1.6)].join('');
  return { under: sketch.clip(outline, under), over: sketch.clip(outline, over) };
}

/** White plastic with a satin skin: broad soft light and a faint tint from the set. */
export function paintPlastic(studio: Studio, lathe: Lathe): Painted {
  const { sketch } = studio;
  const { cx, radius, base } = lathe;
  const outline = outlineOf(lathe);
  const top = lathe.start[1];
  const strip = (from: number, to: number, strength: number, soft: number): string =>
    reflection(studio, lathe, { from, to, top, bottom: base, strength, soft });
  const under = [
    sketch.shape(outline, `fill="${turned(studio, cx - radius, cx + radius, plasticOf(studio), MATT, 0.62)}"`),
    shoulderLight(studio, lathe, 0.7),
    occlusion(studio, lathe, 0.2),
  ].join('');
  const over = [strip(-0.76, -0.5, 0.5, 13), strip(0.955, 0.985, 0.45, 1.6)].join('');
  return { under: sketch.clip(outline, under), over: sketch.clip(outline, over) };
}

/** Dyed card, matt: no reflections, only the falling off of light, and a visible fibre. */
export function paintCard(studio: Studio, lathe: Lathe): Painted {
  const { sketch } = studio;
  const { cx, radius } = lathe;
  const outline = outlineOf(lathe);
  const under = [
    sketch.shape(outline, `fill="${turned(studio, cx - radius, cx + radius, cardOf(studio), MATT, 0.86)}"`),
    sketch.shape(outline, `opacity=".24" filter="${fibreOf(studio)}"`),
    shoulderLight(studio, lathe, 0.3),
    occlusion(studio, lathe, 0.3),
  ].join('');
  return { under: sketch.clip(outline, under), over: '' };
}

/** The fibre of card and paper, as a filter that turns a shape into dark flecks. */
export function fibreOf({ sketch }: Studio): string {
  return sketch.define(
    `<filter id="" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".3 .42" numOctaves="2" seed="4"/><feColorMatrix values="0 0 0 0 .2 0 0 0 0 .16 0 0 0 0 .12 0 1.7 0 0 -.6"/><feComposite in2="SourceAlpha" operator="in"/></filter>`,
  );
}

/** The light that lies on a shoulder, which faces up; a straight body has none. */
function shoulderLight({ sketch }: Studio, lathe: Lathe, strength: number): string {
  const [startRadius, top] = lathe.start;
  const end = lathe.segments.at(-1)?.at(-1)?.[1] ?? top;
  if (startRadius > lathe.radius * 0.9) return '';
  const light = sketch.linear(
    [0, top],
    [0, end],
    [
      [0, '#ffffff', 0],
      [0.35, '#ffffff', strength * 0.6],
      [0.75, '#ffffff', strength],
      [1, '#ffffff', 0],
    ],
  );
  return sketch.shape(outlineOf(lathe), `fill="${light}"`);
}
