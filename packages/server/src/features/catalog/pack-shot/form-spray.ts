import { paintPart, paintStem, shadeBelow } from './cap.ts';
import { finishFor, finishNamed } from './closure-finish.ts';
import { contentsOf } from './contents.ts';
import { paintTube } from './dip-tube.ts';
import { type Lathe, outlineOf, ringAt } from './lathe.ts';
import { reflection } from './light.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { glowOf, paintDressed } from './vessel.ts';

const CX = 585;
const SQUASH = 0.08;
const RADIUS = 176;

const BODY: Lathe = {
  cx: CX,
  squash: SQUASH,
  radius: RADIUS,
  base: FLOOR - RADIUS * SQUASH,
  heel: 18,
  start: [92, 492],
  segments: [
    [[92, 500]],
    [
      [94, 512],
      [RADIUS - 44, 508],
      [RADIUS - 18, 518],
    ],
    [
      [RADIUS - 6, 523],
      [RADIUS, 536],
      [RADIUS, 556],
    ],
  ],
};

/** A slim mist bottle: a fine spray head under a clear overcap. */
export function drawSpray(studio: Studio, spec: PackShotSpec): string {
  const filling = {
    contents: contentsOf(spec.texture, studio.tint),
    level: 590,
    inside: paintTube(studio, CX, 8, 480, 1262),
  };
  const finish = finishFor(studio, spec.material, spec.range);
  const head = finish.grain ? finishNamed(studio, 'BLACK') : finish;
  const hole = `<circle cx="${CX - 8}" cy="338" r="13" fill="#15120d" opacity=".28"/><circle cx="${CX - 8}" cy="338" r="5" fill="#15120d" opacity=".75"/>`;
  return [
    paintGroundShadow(studio, {
      cx: CX,
      radius: RADIUS,
      y: BODY.base,
      squash: SQUASH,
      height: 1060,
      glow: glowOf(spec.material, filling),
    }),
    paintDressed(studio, spec, BODY, filling, { top: 660, bottom: 1190, half: 140 }),
    shadeBelow(studio, { cx: CX, y: 490, radius: 112, squash: SQUASH, drop: 22, within: outlineOf(BODY) }),
    paintPart(studio, { cx: CX, top: 402, bottom: 492, radius: 94, squash: SQUASH, finish, bevel: 8 }),
    paintStem(studio, { cx: CX, top: 376, bottom: 404, radius: 40, squash: SQUASH, finish: head }),
    paintPart(studio, { cx: CX, top: 286, bottom: 380, radius: 66, squash: SQUASH, finish: head, bevel: 12 }),
    hole,
    paintOvercap(studio),
  ].join('');
}

/** The clear overcap shows only where light grazes it. */
function paintOvercap(studio: Studio): string {
  const { sketch } = studio;
  const cap: Lathe = {
    cx: CX,
    squash: SQUASH,
    radius: 114,
    base: 488,
    heel: 3,
    start: [92, 224],
    segments: [
      [
        [106, 224],
        [114, 234],
        [114, 252],
      ],
    ],
  };
  const outline = outlineOf(cap);
  const across = sketch.linear(
    [CX - 114, 0],
    [CX + 114, 0],
    [
      [0, '#57605c', 0.5],
      [0.025, '#57605c', 0.16],
      [0.06, '#ffffff', 0.5],
      [0.16, '#ffffff', 0.1],
      [0.84, '#ffffff', 0.08],
      [0.94, '#ffffff', 0.42],
      [0.975, '#57605c', 0.2],
      [1, '#57605c', 0.5],
    ],
  );
  const light = [
    sketch.shape(
      ringAt(CX, 232, 98, SQUASH),
      'fill="#fff" fill-opacity=".35" stroke="#fff" stroke-opacity=".6" stroke-width="2"',
    ),
    reflection(studio, cap, { from: -0.82, to: -0.6, top: 224, bottom: 488, strength: 0.6, soft: 2 }),
    reflection(studio, cap, { from: 0.78, to: 0.86, top: 224, bottom: 488, strength: 0.4, soft: 2 }),
  ].join('');
  return sketch.shape(outline, `fill="${across}"`) + sketch.clip(outline, light);
}
