import { paintPart, paintStem } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { mix } from './colour.ts';
import { contentsOf } from './contents.ts';
import { frontArc, type Lathe, ringAt } from './lathe.ts';
import { edgeLight, lit, MATT, reflection, turned } from './light.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { fix } from './sketch.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';
import { paintDressed } from './vessel.ts';

const CX = 480;
const SQUASH = 0.085;
const RADIUS = 162;
const BASE = FLOOR - RADIUS * SQUASH;

/** A straight tube between two heights. */
const tube = (cx: number, radius: number, top: number, base: number): Lathe => ({
  cx,
  squash: SQUASH,
  radius,
  base,
  heel: 6,
  start: [radius - 5, top],
  segments: [
    [
      [radius - 2, top],
      [radius, top + 2],
      [radius, top + 6],
    ],
  ],
});

/** A twist-up stick, open, with its cap beside it. */
export function drawStick(studio: Studio, spec: PackShotSpec): string {
  const contents = contentsOf('STICK', studio.tint);
  const finish = finishFor(studio, spec.material, spec.range);
  const plain = { ...finish, grain: false };
  const body = tube(CX, RADIUS, 618, BASE - 76);
  return [
    paintGroundShadow(studio, { cx: 838, radius: RADIUS, y: BASE - 34, squash: SQUASH, height: 480 }),
    paintPart(studio, { cx: 838, top: 800, bottom: BASE - 34, radius: RADIUS, squash: SQUASH, finish, bevel: 14 }),
    paintGroundShadow(studio, { cx: CX, radius: RADIUS, y: BASE, squash: SQUASH, height: 640 }),
    paintPart(studio, {
      cx: CX,
      top: BASE - 72,
      bottom: BASE,
      radius: RADIUS,
      squash: SQUASH,
      finish: plain,
      bevel: 2,
      ribs: 34,
    }),
    paintDressed(studio, spec, body, { contents, level: 640 }, { top: 672, bottom: 1130, half: 130 }),
    `<path d="${ringAt(CX, 619, RADIUS - 4, SQUASH)}" fill="${lit(studio, studio.ground, 1.1)}" opacity=".8"/>`,
    paintStem(studio, { cx: CX, top: 566, bottom: 622, radius: RADIUS - 18, squash: SQUASH, finish: plain }),
    `<path d="${ringAt(CX, 566, RADIUS - 18, SQUASH)}" fill="${lit(studio, plain.colour, 0.9)}"/>`,
    edgeLight(studio, frontArc(CX, 567, RADIUS - 19, SQUASH), CX, RADIUS, 0.6, 3),
    paintBullet(studio, mix(contents.colour, studio.tint, 0.35)),
  ].join('');
}

/** The product itself: a bullet with a softly slanted dome. */
function paintBullet(studio: Studio, colour: string): string {
  const { sketch } = studio;
  const r = RADIUS - 34;
  const side = `M${CX - r} 566V420C${CX - r} 360 ${CX - 74} 322 ${CX} 308C${CX + 72} 296 ${CX + r} 318 ${CX + r} 380V566A${r} ${fix(r * SQUASH)} 0 0 1 ${CX - r} 566Z`;
  const face = `M${CX - r + 3} 424C${CX - r + 3} 362 ${CX - 74} 324 ${CX} 310C${CX + 72} 298 ${CX + r - 3} 320 ${CX + r - 3} 372C${CX + r - 6} 410 ${CX + 60} 424 ${CX} 438C${CX - 60} 452 ${CX - r + 4} 468 ${CX - r + 3} 424Z`;
  const slant = sketch.linear(
    [CX - r, 310],
    [CX + r, 460],
    [
      [0, mix(colour, '#ffffff', 0.7)],
      [0.45, mix(colour, '#ffffff', 0.36)],
      [1, colour],
    ],
  );
  const body: Lathe = {
    cx: CX,
    squash: SQUASH,
    radius: r,
    base: 560,
    heel: 3,
    start: [r, 330],
    segments: [[[r, 400]]],
  };
  const fade = sketch.linear(
    [0, 490],
    [0, 580],
    [
      [0, studio.shade, 0],
      [1, studio.shade, 0.5],
    ],
  );
  const wear = `M${CX - 92} 404C${CX - 30} 392 ${CX + 30} 366 ${CX + 84} 330M${CX - 60} 424C${CX} 408 ${CX + 50} 386 ${CX + 104} 356`;
  const details = [
    reflection(studio, body, { from: -0.78, to: -0.5, top: 330, bottom: 560, strength: 0.45, soft: 9 }),
    sketch.shape(side, `fill="${fade}"`),
    sketch.shape(face, `fill="${slant}" ${sketch.blur(3)}`),
    `<path d="${wear}" fill="none" stroke="#fff" stroke-opacity=".42" stroke-width="7" ${sketch.blur(4)}/>`,
  ].join('');
  return sketch.shape(side, `fill="${turned(studio, CX - r, CX + r, colour, MATT, 0.8)}"`) + sketch.clip(side, details);
}
