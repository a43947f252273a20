import { paintPart, shadeBelow } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { contentsOf } from './contents.ts';
import { type Lathe, outlineOf } from './lathe.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { glowOf, paintDressed } from './vessel.ts';

const CX = 580;
const SQUASH = 0.08;
const RADIUS = 206;

const BODY: Lathe = {
  cx: CX,
  squash: SQUASH,
  radius: RADIUS,
  base: FLOOR - RADIUS * SQUASH,
  heel: 30,
  start: [80, 380],
  segments: [
    [[80, 408]],
    [
      [82, 440],
      [150, 442],
      [182, 492],
    ],
    [
      [198, 518],
      [RADIUS, 548],
      [RADIUS, 590],
    ],
  ],
};

/** An apothecary bottle: round shoulders and a plain screw cap. */
export function drawBottle(studio: Studio, spec: PackShotSpec): string {
  const filling = { contents: contentsOf(spec.texture, studio.tint), level: 604 };
  const finish = finishFor(studio, spec.material, spec.range);
  return [
    paintGroundShadow(studio, {
      cx: CX,
      radius: RADIUS,
      y: BODY.base,
      squash: SQUASH,
      height: 1070,
      glow: glowOf(spec.material, filling),
    }),
    paintDressed(studio, spec, BODY, filling, { top: 690, bottom: 1180, half: 164 }),
    shadeBelow(studio, { cx: CX, y: 394, radius: 102, squash: SQUASH, drop: 34, within: outlineOf(BODY) }),
    paintPart(studio, { cx: CX, top: 236, bottom: 396, radius: 102, squash: SQUASH, finish, bevel: 9 }),
  ].join('');
}
