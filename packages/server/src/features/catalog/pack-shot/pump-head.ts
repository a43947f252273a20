import { paintPart, paintStem } from './cap.ts';
import { type Finish, finishNamed } from './closure-finish.ts';
import { lightnessOf } from './colour.ts';
import { lit } from './light.ts';
import type { Studio } from './studio.ts';

/** Draws a lotion pump whose collar ends at `bottom`, with its nozzle to the left. */
export function paintPump(studio: Studio, cx: number, bottom: number, squash: number, finish: Finish): string {
  const plain = finish.grain ? finishNamed(studio, 'BLACK') : finish;
  const top = bottom - 318;
  return [
    paintStem(studio, { cx, top: bottom - 212, bottom: bottom - 148, radius: 26, squash, finish: plain }),
    paintPart(studio, { cx, top: bottom - 158, bottom: bottom - 112, radius: 58, squash, finish: plain, bevel: 14 }),
    paintPart(studio, { cx, top: bottom - 116, bottom, radius: 118, squash, finish, bevel: 12 }),
    paintNozzle(studio, cx, top, plain),
    paintPart(studio, { cx, top, bottom: top + 108, radius: 72, squash, finish: plain, bevel: 12 }),
  ].join('');
}

/** The spout lies on its side, so its light falls from top to bottom. */
function paintNozzle(studio: Studio, cx: number, top: number, finish: Finish): string {
  const { sketch } = studio;
  const upper = top + 18;
  const shape = [
    `M${cx - 20} ${upper}`,
    `C${cx - 90} ${upper} ${cx - 150} ${upper + 4} ${cx - 188} ${upper + 14}`,
    `C${cx - 212} ${upper + 20} ${cx - 222} ${upper + 34} ${cx - 224} ${upper + 64}`,
    `C${cx - 214} ${upper + 69} ${cx - 202} ${upper + 69} ${cx - 193} ${upper + 65}`,
    `C${cx - 192} ${upper + 52} ${cx - 184} ${upper + 48} ${cx - 168} ${upper + 49}`,
    `C${cx - 120} ${upper + 52} ${cx - 70} ${upper + 58} ${cx - 20} ${upper + 62}Z`,
  ].join('');
  const dark = lightnessOf(finish.colour) < 0.4;
  const fill = sketch.linear(
    [0, upper],
    [0, upper + 66],
    [
      [0, lit(studio, finish.colour, 1.02)],
      [0.2, lit(studio, finish.colour, dark ? 1.09 : 1.12)],
      [0.45, lit(studio, finish.colour, 0.95)],
      [0.8, lit(studio, finish.colour, dark ? 0.9 : 0.66)],
      [1, lit(studio, finish.colour, dark ? 0.96 : 0.76)],
    ],
  );
  const near = sketch.linear(
    [cx - 130, 0],
    [cx - 60, 0],
    [
      [0, '#100d09', 0],
      [1, '#100d09', 0.42],
    ],
  );
  return sketch.shape(shape, `fill="${fill}"`) + sketch.shape(shape, `fill="${near}"`);
}
