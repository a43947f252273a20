import { shadeBelow } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { contentsOf } from './contents.ts';
import { paintTube } from './dip-tube.ts';
import { type Lathe, outlineOf } from './lathe.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { paintPump } from './pump-head.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { glowOf, paintDressed } from './vessel.ts';

const CX = 600;
const SQUASH = 0.08;
const RADIUS = 212;

const BODY: Lathe = {
  cx: CX,
  squash: SQUASH,
  radius: RADIUS,
  base: FLOOR - RADIUS * SQUASH,
  heel: 20,
  start: [96, 490],
  segments: [
    [[96, 506]],
    [
      [98, 530],
      [RADIUS - 60, 520],
      [RADIUS - 24, 536],
    ],
    [
      [RADIUS - 8, 543],
      [RADIUS, 558],
      [RADIUS, 584],
    ],
  ],
};

/** A bottle with a lotion pump. */
export function drawPump(studio: Studio, spec: PackShotSpec): string {
  const filling = {
    contents: contentsOf(spec.texture, studio.tint),
    level: 612,
    inside: paintTube(studio, CX, 11, 480, 1258),
  };
  const finish = finishFor(studio, spec.material, spec.range);
  return [
    paintGroundShadow(studio, {
      cx: CX,
      radius: RADIUS,
      y: BODY.base,
      squash: SQUASH,
      height: 1090,
      glow: glowOf(spec.material, filling),
    }),
    paintDressed(studio, spec, BODY, filling, { top: 686, bottom: 1196, half: 168 }),
    shadeBelow(studio, { cx: CX, y: 502, radius: 118, squash: SQUASH, drop: 30, within: outlineOf(BODY) }),
    paintPump(studio, CX, 504, SQUASH, finish),
  ].join('');
}
