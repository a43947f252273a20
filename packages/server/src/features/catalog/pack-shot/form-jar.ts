import { paintPart, shadeBelow } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { contentsOf } from './contents.ts';
import { type Lathe, outlineOf } from './lathe.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { glowOf, paintDressed } from './vessel.ts';

const CX = 575;
const SQUASH = 0.105;
const RADIUS = 338;

const BODY: Lathe = {
  cx: CX,
  squash: SQUASH,
  radius: RADIUS,
  base: FLOOR - 60 - RADIUS * SQUASH,
  heel: 40,
  start: [RADIUS - 34, 726],
  segments: [
    [[RADIUS - 34, 746]],
    [
      [RADIUS - 12, 752],
      [RADIUS, 766],
      [RADIUS, 792],
    ],
  ],
};

/** A cream jar: a heavy vessel under a wide lid. */
export function drawJar(studio: Studio, spec: PackShotSpec): string {
  const filling = { contents: contentsOf(spec.texture, studio.tint), level: 798, wall: 30, foot: 58 };
  const finish = finishFor(studio, spec.material, spec.range);
  return [
    paintGroundShadow(studio, {
      cx: CX,
      radius: RADIUS,
      y: BODY.base,
      squash: SQUASH,
      height: 690,
      glow: glowOf(spec.material, filling),
    }),
    paintDressed(studio, spec, BODY, filling, { top: 836, bottom: 1150, half: 246 }),
    shadeBelow(studio, { cx: CX, y: 726, radius: RADIUS, squash: SQUASH, drop: 30, within: outlineOf(BODY) }),
    paintPart(studio, { cx: CX, top: 536, bottom: 728, radius: RADIUS, squash: SQUASH, finish, bevel: 6 }),
  ].join('');
}
