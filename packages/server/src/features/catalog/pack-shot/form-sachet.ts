import { contentsOf } from './contents.ts';
import { inkAgainst, paintLabel } from './label.ts';
import { lit, turned } from './light.ts';
import { fibreOf } from './opaque.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { fix, share } from './sketch.ts';
import { type Skin, skinOf } from './skin.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';

const CX = 560;
const HALF = 284;
const TOP = 372;
const BOTTOM = FLOOR - 2;

/** A pinked edge between two corners, as sachets are cut. */
function pinked(from: number, to: number, y: number): string {
  const count = 40;
  const half = fix((to - from) / count / 2);
  return `${`l${half} -5l${half} 5`.repeat(count)}L${to} ${y}`;
}

const POUCH = [
  `M${CX - HALF} ${TOP}`,
  pinked(CX - HALF, CX + HALF, TOP),
  `C${CX + HALF - 7} ${TOP + 240} ${CX + HALF + 4} ${BOTTOM - 300} ${CX + HALF - 2} ${BOTTOM}`,
  `Q${CX} ${BOTTOM + 10} ${CX - HALF + 2} ${BOTTOM}`,
  `C${CX - HALF - 5} ${BOTTOM - 300} ${CX - HALF + 6} ${TOP + 240} ${CX - HALF} ${TOP}Z`,
].join('');

/** Two sachets: one upright, one leaning behind it. */
export function drawSachet(studio: Studio, spec: PackShotSpec): string {
  const { sketch, shade } = studio;
  const skin = skinOf(studio, spec.material, contentsOf(spec.texture, studio.tint));
  const film = paintFilm(studio, skin);
  const behind = [
    `<g transform="rotate(7.5 ${CX + HALF} ${BOTTOM}) translate(92 -26)">`,
    sketch.shape(POUCH, `fill="${shade}" opacity=".32" transform="translate(24 10)" ${sketch.blur(18)}`),
    film,
    sketch.shape(POUCH, `fill="${shade}" opacity=".14"`),
    '</g>',
  ].join('');
  return [
    paintGroundShadow(studio, { cx: CX + 60, radius: HALF + 40, y: BOTTOM - 8, squash: 0.03, height: 640 }),
    behind,
    sketch.shape(POUCH, `fill="${shade}" opacity=".5" transform="translate(20 8)" ${sketch.blur(14)}`),
    film,
    paintLabel(studio, spec, {
      cx: CX,
      top: TOP + 120,
      bottom: BOTTOM - 128,
      half: 200,
      radius: null,
      squash: 0,
      paper: false,
      ink: inkAgainst(skin.colour, studio.tint),
    }),
  ].join('');
}

/** The pouch itself: film over a soft cushion, pressed flat at its seams. */
function paintFilm(studio: Studio, skin: Skin): string {
  const { sketch, shade } = studio;
  const sheet = sketch.linear(
    [CX - HALF, TOP],
    [CX + HALF, BOTTOM],
    [
      [0, lit(studio, skin.colour, 1.05)],
      [0.5, lit(studio, skin.colour, 0.97)],
      [1, lit(studio, skin.colour, 0.84)],
    ],
  );
  const inner = `M${CX - HALF + 40} ${TOP + 86}Q${CX} ${TOP + 70} ${CX + HALF - 40} ${TOP + 86}Q${CX + HALF - 22} ${(TOP + BOTTOM) / 2} ${CX + HALF - 40} ${BOTTOM - 86}Q${CX} ${BOTTOM - 70} ${CX - HALF + 40} ${BOTTOM - 86}Q${CX - HALF + 22} ${(TOP + BOTTOM) / 2} ${CX - HALF + 40} ${TOP + 86}Z`;
  const cushion = turned(studio, CX - HALF + 20, CX + HALF - 20, skin.colour, skin.ramp, skin.contrast * 0.62);
  const key = sketch.radial(
    [CX - 120, TOP + 260],
    380,
    [
      [0, '#ffffff', 0.25 + skin.gloss * 0.5],
      [0.5, '#ffffff', 0.1 + skin.gloss * 0.16],
      [1, '#ffffff', 0],
    ],
    1.35,
  );
  const low = sketch.linear(
    [0, BOTTOM - 260],
    [0, BOTTOM - 70],
    [
      [0, shade, 0],
      [1, shade, 0.2],
    ],
  );
  const seam = (y: number): string =>
    Array.from({ length: 7 }, (_, index) => `M${CX - HALF + 2} ${y + index * 8}h${HALF * 2 - 4}`).join('');
  const ridges = seam(TOP + 12) + seam(BOTTOM - 62);
  const fibre = skin.fibre ? sketch.shape(POUCH, `opacity=".24" filter="${fibreOf(studio)}"`) : '';
  return [
    sketch.shape(POUCH, `fill="${sheet}"`),
    sketch.clip(
      POUCH,
      [
        sketch.shape(inner, `fill="${shade}" opacity=".24" transform="translate(7 9)" ${sketch.blur(11)}`),
        sketch.shape(inner, `fill="${cushion}" ${sketch.blur(7)}`),
        sketch.shape(inner, `fill="${key}" ${sketch.blur(7)}`),
        sketch.shape(inner, `fill="${low}" ${sketch.blur(9)}`),
        paintCreases(studio, skin),
        fibre,
        sketch.shape(ridges, `stroke="#15120d" stroke-opacity=".13" stroke-width="2"`),
        sketch.shape(ridges, `transform="translate(0 2.4)" stroke="#fff" stroke-opacity=".38" stroke-width="1.8"`),
      ].join(''),
    ),
    `<path d="M${CX - HALF + 1} ${TOP}C${CX - HALF + 7} ${TOP + 240} ${CX - HALF - 4} ${BOTTOM - 300} ${CX - HALF + 3} ${BOTTOM}" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="2.4"/>`,
  ].join('');
}

/** Tension folds fan from the seams: narrow wedges, lit on one side and dark on the other. */
function paintCreases({ sketch, shade }: Studio, skin: Skin): string {
  const wedge = (x: number, y: number, toX: number, toY: number, width: number): string =>
    `M${CX + x} ${y}L${CX + x + toX} ${y + toY}L${CX + x + width} ${y}Z`;
  const top = TOP + 74;
  const bottom = BOTTOM - 76;
  const folds = [
    wedge(-238, top, 42, 170, 18),
    wedge(-150, top, 14, 92, 14),
    wedge(128, top, -22, 120, 15),
    wedge(214, top, -34, 200, 16),
    wedge(-236, bottom, 46, -200, 16),
    wedge(96, bottom, -10, -104, 13),
    wedge(212, bottom, -40, -220, 17),
  ].join('');
  const strength = 0.2 + skin.gloss * 0.35;
  return [
    sketch.shape(
      folds,
      `fill="${shade}" opacity="${share(strength * 0.5)}" transform="translate(10 2)" ${sketch.blur(6)}`,
    ),
    sketch.shape(folds, `fill="#fff" opacity="${share(strength)}" ${sketch.blur(4)}`),
  ].join('');
}
