import { mix } from './colour.ts';
import { contentsOf } from './contents.ts';
import { inkAgainst, paintLabel } from './label.ts';
import { frontArc, type Lathe, outlineOf, ringAt } from './lathe.ts';
import { edgeLight, lit, occlusion, reflection, turned } from './light.ts';
import { fibreOf } from './opaque.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { type Skin, skinOf } from './skin.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';

const SQUASH = 0.2;
const LID = { cx: 662, cy: 706, radius: 352 };
const TIN = { cx: 500, radius: 322, top: 1050, base: FLOOR - 36 - 322 * SQUASH };

/** An open balm tin with its lid leaning behind it, face to the viewer. */
export function drawTin(studio: Studio, spec: PackShotSpec): string {
  const contents = contentsOf(spec.texture, studio.tint);
  const skin = skinOf(studio, spec.material, contents);
  return [
    paintGroundShadow(studio, { cx: LID.cx - 20, radius: 150, y: 1062, squash: 0.03, height: 700 }),
    paintLid(studio, skin),
    paintLabel(studio, spec, {
      cx: LID.cx,
      top: LID.cy - 254,
      bottom: LID.cy + 232,
      half: 196,
      radius: null,
      squash: 0,
      paper: false,
      ink: inkAgainst(skin.colour, studio.tint),
    }),
    paintGroundShadow(studio, { cx: TIN.cx, radius: TIN.radius, y: TIN.base, squash: SQUASH, height: 260 }),
    paintOpenTin(studio, skin, mix(contents.colour, studio.tint, 0.3)),
  ].join('');
}

/** The lid: a disc with a rolled bead and a recessed panel. */
function paintLid(studio: Studio, skin: Skin): string {
  const { sketch, shade } = studio;
  const { cx, cy, radius } = LID;
  const disc = (r: number, dx = 0, dy = 0): string => ringAt(cx + dx, cy + dy, r, 1);
  const diagonal = (from: number, middle: number, to: number): string =>
    sketch.linear(
      [cx - radius * 0.7, cy - radius * 0.75],
      [cx + radius * 0.7, cy + radius * 0.75],
      [
        [0, lit(studio, skin.colour, from)],
        [0.5, lit(studio, skin.colour, middle)],
        [1, lit(studio, skin.colour, to)],
      ],
    );
  const sheen = sketch.linear(
    [cx - radius, cy - radius * 0.4],
    [cx + radius, cy + radius * 0.5],
    [
      [0.12, '#ffffff', 0],
      [0.3, '#ffffff', skin.polished ? 0.5 : skin.gloss * 0.4],
      [0.42, '#ffffff', 0.05],
      [0.6, '#ffffff', skin.polished ? 0.22 : 0],
      [0.72, shade, skin.polished ? 0.16 : 0.05],
      [1, shade, 0.12],
    ],
  );
  const fibre = skin.fibre ? sketch.shape(disc(radius), `opacity=".24" filter="${fibreOf(studio)}"`) : '';
  return [
    sketch.shape(disc(radius), `transform="translate(34 16)" fill="${shade}" opacity=".24" ${sketch.blur(20)}`),
    `<path d="${disc(radius, 15, 5)}" fill="${turned(studio, cx - radius, cx + radius + 15, skin.colour, skin.ramp, skin.contrast * 1.1)}"/>`,
    sketch.shape(disc(radius), `fill="${diagonal(1.1, 0.94, 0.74)}"`),
    `<path d="${disc(radius - 15)}" fill="${diagonal(0.72, 0.92, 1.12)}"/>`,
    `<path d="${disc(radius - 23)}" fill="${diagonal(1.04, 0.98, 0.9)}"/>`,
    `<path d="${disc(radius - 23)}" fill="${sheen}"/>`,
    fibre,
    `<path d="${disc(radius - 1.5)}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="2"/>`,
  ].join('');
}

/** The open base and the balm in it, with the trace of a finger. */
function paintOpenTin(studio: Studio, skin: Skin, balm: string): string {
  const { sketch, shade } = studio;
  const { cx, radius, top, base } = TIN;
  const wall: Lathe = {
    cx,
    squash: SQUASH,
    radius,
    base,
    heel: 16,
    start: [radius, top],
    segments: [[[radius, top + 20]]],
  };
  const outline = outlineOf(wall);
  const mouth = ringAt(cx, top, radius - 9, SQUASH);
  const surface = sketch.linear(
    [cx - radius, top - 60],
    [cx + radius, top + 70],
    [
      [0, mix(balm, '#ffffff', 0.5)],
      [0.5, mix(balm, '#ffffff', 0.2)],
      [1, mix(balm, shade, 0.12)],
    ],
  );
  const inside = turned(studio, cx - radius, cx + radius, skin.colour, skin.ramp, skin.contrast * 1.3);
  const swirl = `M${cx - 190} ${top + 26}C${cx - 120} ${top - 26} ${cx + 60} ${top - 34} ${cx + 150} ${top + 4}C${cx + 190} ${top + 22} ${cx + 90} ${top + 44} ${cx - 20} ${top + 40}`;
  return [
    sketch.shape(outline, `fill="${turned(studio, cx - radius, cx + radius, skin.colour, skin.ramp, skin.contrast)}"`),
    sketch.clip(
      outline,
      [
        reflection(studio, wall, { from: -0.78, to: -0.56, top, bottom: base + 60, strength: skin.gloss, soft: 7 }),
        reflection(studio, wall, {
          from: 0.955,
          to: 0.985,
          top,
          bottom: base + 40,
          strength: skin.gloss * 0.8,
          soft: 2,
        }),
        occlusion(studio, wall, 0.32),
      ].join(''),
    ),
    `<path d="${ringAt(cx, top, radius, SQUASH)}" fill="${lit(studio, skin.colour, 1.08)}"/>`,
    sketch.shape(mouth, `fill="${inside}"`),
    sketch.clip(
      mouth,
      [
        `<path d="${ringAt(cx, top + 20, radius - 9, SQUASH)}" fill="${surface}"/>`,
        `<path d="${ringAt(cx - 6, top + 8, radius - 4, SQUASH)}" fill="none" stroke="${shade}" stroke-opacity=".4" stroke-width="22" ${sketch.blur(9)}/>`,
        sketch.shape(
          swirl,
          `fill="none" stroke="${mix(balm, shade, 0.35)}" stroke-width="26" stroke-linecap="round" opacity=".55" ${sketch.blur(7)}`,
        ),
        sketch.shape(
          swirl,
          `transform="translate(-3 10)" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".6" ${sketch.blur(4)}`,
        ),
      ].join(''),
    ),
    edgeLight(studio, frontArc(cx, top + 3, radius - 3, SQUASH), cx, radius, 0.85, 3.4),
    `<path d="${frontArc(cx, top + 14, radius, SQUASH)}" fill="none" stroke="${shade}" stroke-opacity=".35" stroke-width="3"/>`,
  ].join('');
}
