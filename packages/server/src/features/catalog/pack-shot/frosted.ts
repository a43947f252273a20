import { lightnessOf, mix, tone } from './colour.ts';
import type { Filling, Painted } from './glass.ts';
import { type Lathe, outlineOf, stripOf } from './lathe.ts';
import { reflection } from './light.ts';
import type { Studio } from './studio.ts';

/** The colour of frosted glass on a set: white with a breath of the tint. */
export const frostOf = ({ tint }: Studio): string => mix(mix(tint, '#ffffff', 0.72), '#eef1ee', 0.35);

/** Frosted glass: milky, with the liquid only a soft change of colour inside. */
export function paintFrosted(studio: Studio, lathe: Lathe, { contents, level }: Filling): Painted {
  const { sketch, shade } = studio;
  const { cx, radius, base } = lathe;
  const outline = outlineOf(lathe);
  const frost = frostOf(studio);
  const inside = mix(tone(contents.colour, Math.min(0.8, lightnessOf(contents.colour)), 1.2), frost, 0.3);
  const across = sketch.linear(
    [cx - radius, 0],
    [cx + radius, 0],
    [
      [0, mix(frost, shade, 0.26)],
      [0.03, mix(frost, '#ffffff', 0.35)],
      [0.075, mix(frost, shade, 0.05)],
      [0.24, mix(frost, '#ffffff', 0.55)],
      [0.5, frost],
      [0.74, mix(frost, shade, 0.15)],
      [0.9, mix(frost, shade, 0.25)],
      [0.955, mix(frost, shade, 0.1)],
      [0.985, mix(frost, '#ffffff', 0.2)],
      [1, mix(frost, shade, 0.3)],
    ],
  );
  const fill = sketch.linear(
    [0, level - 26],
    [0, base],
    [
      [0, inside, 0],
      [36 / (base - level + 26), inside, 0.62],
      [0.75, inside, 0.72],
      [1, mix(inside, '#ffffff', 0.4), 0.5],
    ],
  );
  const foot = sketch.linear(
    [0, base - 26],
    [0, base + radius * lathe.squash],
    [
      [0, '#ffffff', 0],
      [0.4, '#ffffff', 0.5],
      [0.75, '#ffffff', 0.12],
      [1, shade, 0.35],
    ],
  );
  const top = lathe.start[1];
  const strip = (from: number, to: number, strength: number, soft: number): string =>
    reflection(studio, lathe, { from, to, top, bottom: base, strength, soft });
  const under = [
    sketch.shape(outline, `fill="${across}"`),
    `<path d="${stripOf(lathe, -0.91, 0.91)}" fill="${fill}" ${sketch.blur(9)}/>`,
    strip(0.5, 0.8, 0.26, 20),
    sketch.shape(outline, `fill="${foot}"`),
  ].join('');
  const over = [strip(-0.84, -0.5, 0.5, 20), strip(-0.8, -0.68, 0.42, 7), strip(0.93, 0.965, 0.5, 3)].join('');
  return { under: sketch.clip(outline, under), over: sketch.clip(outline, over) };
}
