import { paintPart, shadeBelow } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { contentsOf } from './contents.ts';
import { paintTube } from './dip-tube.ts';
import { frontArc, type Lathe, outlineOf } from './lathe.ts';
import { edgeLight, reflection, turned } from './light.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { glowOf, paintDressed } from './vessel.ts';

const CX = 580;
const SQUASH = 0.085;
const RADIUS = 216;

const BODY: Lathe = {
  cx: CX,
  squash: SQUASH,
  radius: RADIUS,
  base: FLOOR - RADIUS * SQUASH,
  heel: 24,
  start: [98, 548],
  segments: [
    [[98, 572]],
    [
      [100, 600],
      [RADIUS - 58, 594],
      [RADIUS - 25, 612],
    ],
    [
      [RADIUS - 9, 621],
      [RADIUS, 640],
      [RADIUS, 668],
    ],
  ],
};

/** A dropper bottle: square shoulders, a ribbed collar and a rubber bulb. */
export function drawDropper(studio: Studio, spec: PackShotSpec): string {
  const { material } = spec;
  const filling = {
    contents: contentsOf(spec.texture, studio.tint),
    level: 714,
    inside: paintTube(studio, CX, 15, 540, 1236),
  };
  const finish = finishFor(studio, material, spec.range);
  return [
    paintGroundShadow(studio, {
      cx: CX,
      radius: RADIUS,
      y: BODY.base,
      squash: SQUASH,
      height: 1060,
      glow: glowOf(material, filling),
    }),
    paintDressed(studio, spec, BODY, filling, { top: 778, bottom: 1206, half: 170 }),
    shadeBelow(studio, { cx: CX, y: 560, radius: 120, squash: SQUASH, drop: 30, within: outlineOf(BODY) }),
    paintPart(studio, { cx: CX, top: 424, bottom: 562, radius: 120, squash: SQUASH, finish, ribs: 32, bevel: 9 }),
    paintBulb(studio),
  ].join('');
}

/** The rubber bulb on its collar. */
function paintBulb(studio: Studio): string {
  const bulb: Lathe = {
    cx: CX,
    squash: SQUASH,
    radius: 70,
    base: 424,
    heel: 5,
    start: [3, 206],
    segments: [
      [
        [36, 206],
        [54, 230],
        [57, 272],
      ],
      [
        [60, 322],
        [62, 352],
        [66, 384],
      ],
      [
        [69, 388],
        [70, 392],
        [70, 398],
      ],
    ],
  };
  const outline = outlineOf(bulb);
  const light = [
    reflection(studio, bulb, { from: -0.74, to: -0.4, top: 206, bottom: 430, strength: 0.34, soft: 7 }),
    reflection(studio, bulb, { from: 0.86, to: 0.94, top: 206, bottom: 430, strength: 0.28, soft: 2.5 }),
    edgeLight(studio, frontArc(CX, 389, 67, SQUASH), CX, 67, 0.28, 3),
  ].join('');
  const fill = turned(studio, CX - 70, CX + 70, '#2b2925', [
    [0, 0.95],
    [0.25, 1.05],
    [0.5, 1],
    [1, 0.8],
  ]);
  const contact = `<ellipse cx="${CX + 3}" cy="427" rx="76" ry="8" fill="#000" opacity=".5" ${studio.sketch.blur(3)}/>`;
  return contact + studio.sketch.shape(outline, `fill="${fill}"`) + studio.sketch.clip(outline, light);
}
