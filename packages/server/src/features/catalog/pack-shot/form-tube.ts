import { paintPart } from './cap.ts';
import { finishFor } from './closure-finish.ts';
import { mix } from './colour.ts';
import { contentsOf } from './contents.ts';
import { inkAgainst, paintLabel } from './label.ts';
import { lit, turned } from './light.ts';
import { fibreOf } from './opaque.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { type Skin, skinOf } from './skin.ts';
import { FLOOR, paintGroundShadow, type Studio } from './studio.ts';

const CX = 585;
const SQUASH = 0.08;
const FOOT = 176;
const SEAM = 236;
const CRIMP = 238;
const BOTTOM = 1098;

const BODY = [
  `M${CX - SEAM} ${CRIMP}`,
  `C${CX - SEAM + 4} 520 ${CX - FOOT - 4} 760 ${CX - FOOT} ${BOTTOM - 46}`,
  `C${CX - FOOT} ${BOTTOM - 16} ${CX - FOOT + 8} ${BOTTOM - 2} ${CX - FOOT + 24} ${BOTTOM}`,
  `A${FOOT - 24} ${(FOOT - 24) * SQUASH} 0 0 0 ${CX + FOOT - 24} ${BOTTOM}`,
  `C${CX + FOOT - 8} ${BOTTOM - 2} ${CX + FOOT} ${BOTTOM - 16} ${CX + FOOT} ${BOTTOM - 46}`,
  `C${CX + FOOT + 4} 760 ${CX + SEAM - 4} 520 ${CX + SEAM} ${CRIMP}Z`,
].join('');

/** A tube standing on its cap, crimped at the top. */
export function drawTube(studio: Studio, spec: PackShotSpec): string {
  const { sketch, shade } = studio;
  const skin = skinOf(studio, spec.material, contentsOf(spec.texture, studio.tint));
  const finish = finishFor(studio, spec.material, spec.range);
  const capRadius = FOOT - 20;
  const base = FLOOR - capRadius * SQUASH;
  const under = sketch.linear(
    [0, BOTTOM + 4],
    [0, BOTTOM + 44],
    [
      [0, shade, 0.6],
      [1, shade, 0],
    ],
  );
  const fibre = skin.fibre ? sketch.shape(BODY, `opacity=".24" filter="${fibreOf(studio)}"`) : '';
  return [
    paintGroundShadow(studio, { cx: CX, radius: capRadius, y: base, squash: SQUASH, height: 1080 }),
    paintPart(studio, { cx: CX, top: BOTTOM - 8, bottom: base, radius: capRadius, squash: SQUASH, finish, bevel: 2 }),
    `<path d="M${CX - capRadius} ${BOTTOM}h${capRadius * 2}v46h${-capRadius * 2}z" fill="${under}"/>`,
    sketch.shape(
      BODY,
      `fill="${turned(studio, CX - FOOT - 26, CX + FOOT + 26, skin.colour, skin.ramp, skin.contrast)}"`,
    ),
    sketch.clip(
      BODY,
      fibre + paintFlattening(studio, skin) + (spec.material === 'ALUMINIUM' ? paintDents(studio) : ''),
    ),
    paintLabel(studio, spec, {
      cx: CX,
      top: 404,
      bottom: 1000,
      half: 158,
      radius: null,
      squash: SQUASH,
      paper: false,
      ink: inkAgainst(skin.colour, studio.tint),
    }),
    sketch.clip(BODY, paintGloss(studio, skin)),
    paintCrimp(studio, skin),
  ].join('');
}

/** From round at the cap to flat at the seam: two planes lean away from a middle that faces the light. */
function paintFlattening(studio: Studio, skin: Skin): string {
  const { sketch, shade } = studio;
  const down = (colour: string, strength: number, to: number): string =>
    sketch.linear(
      [0, CRIMP],
      [0, to],
      [
        [0, colour, strength],
        [0.5, colour, strength * 0.5],
        [1, colour, 0],
      ],
    );
  const flat = mix(skin.colour, '#ffffff', 0.3);
  const planes = [
    `<path d="M${CX - 170} ${CRIMP - 60}H${CX + 150}L${CX + 50} 900H${CX - 80}Z" fill="${down(flat, 0.8, 860)}" ${sketch.blur(34)}/>`,
    `<path d="M${CX + 150} ${CRIMP - 90}H${CX + SEAM + 60}L${CX + FOOT + 30} 980H${CX + 130}Z" fill="${down(shade, 0.24, 960)}" ${sketch.blur(30)}/>`,
    `<path d="M${CX - SEAM - 40} ${CRIMP - 90}h66L${CX - FOOT + 4} 820H${CX - FOOT - 40}Z" fill="${down(shade, 0.22, 820)}" ${sketch.blur(12)}/>`,
    `<path d="M${CX - SEAM - 20} ${CRIMP - 20}h${SEAM * 2 + 40}v34q${-SEAM - 20} 18 ${-SEAM * 2 - 40} 0z" fill="${down(shade, 0.4, CRIMP + 40)}" ${sketch.blur(5)}/>`,
  ];
  const low = sketch.linear(
    [0, BOTTOM - 110],
    [0, BOTTOM + 14],
    [
      [0, shade, 0],
      [0.75, shade, 0.14],
      [1, shade, 0.42],
    ],
  );
  planes.push(sketch.shape(BODY, `fill="${low}"`));
  return planes.join('');
}

/** Soft metal keeps every fold: narrow facets run down from the seam, each with a lit and a dark side. */
function paintDents({ sketch, shade }: Studio): string {
  const facet = (x: number, width: number, lean: number, length: number): string =>
    `M${CX + x} ${CRIMP}L${CX + x + width} ${CRIMP}L${CX + x + lean} ${CRIMP + length}Z`;
  const lit = facet(-172, 20, 52, 260) + facet(-40, 14, -16, 110) + facet(96, 17, -30, 210) + facet(176, 14, -34, 330);
  const fade = (colour: string, strength: number): string =>
    sketch.linear(
      [0, CRIMP],
      [0, CRIMP + 280],
      [
        [0, colour, strength],
        [1, colour, 0],
      ],
    );
  return [
    sketch.shape(lit, `fill="${fade(shade, 0.36)}" transform="translate(13 0)" ${sketch.blur(5)}`),
    sketch.shape(lit, `fill="${fade('#ffffff', 0.7)}" ${sketch.blur(2.5)}`),
  ].join('');
}

function paintGloss({ sketch }: Studio, { gloss }: Skin): string {
  if (gloss === 0) return '';
  const fade = sketch.linear(
    [0, 260],
    [0, 1090],
    [
      [0, '#ffffff', 0],
      [0.25, '#ffffff', 0.75],
      [0.8, '#ffffff'],
      [1, '#ffffff', 0.2],
    ],
  );
  const left = `M${CX - 176} 280C${CX - 176} 540 ${CX - 142} 800 ${CX - 138} 1090H${CX - 104}C${CX - 106} 800 ${CX - 134} 540 ${CX - 122} 280Z`;
  const right = `M${CX + SEAM - 12} 280C${CX + SEAM - 14} 540 ${CX + FOOT - 8} 800 ${CX + FOOT - 10} 1090H${CX + FOOT - 16}C${CX + FOOT - 16} 800 ${CX + SEAM - 24} 540 ${CX + SEAM - 22} 280Z`;
  return [
    `<path d="${left}" fill="${fade}" opacity="${Math.min(0.85, gloss)}" ${sketch.blur(gloss > 0.7 ? 3 : 9)}/>`,
    `<path d="${right}" fill="${fade}" opacity="${gloss * 0.6}" ${sketch.blur(2.5)}/>`,
  ].join('');
}

/** The welded seam: a flat band with fine ridges and a bright edge. */
function paintCrimp(studio: Studio, skin: Skin): string {
  const { sketch } = studio;
  const top = CRIMP - 50;
  const band = `M${CX - SEAM - 1} ${top + 4}q0 -4 4 -4H${CX + SEAM - 3}q4 0 4 4V${CRIMP + 1}H${CX - SEAM - 1}Z`;
  const across = sketch.linear(
    [CX - SEAM, 0],
    [CX + SEAM, 0],
    [
      [0, lit(studio, skin.colour, 0.86)],
      [0.28, lit(studio, skin.colour, 1.06)],
      [0.7, lit(studio, skin.colour, 0.94)],
      [1, lit(studio, skin.colour, 0.78)],
    ],
  );
  const ridges = Array.from({ length: 5 }, (_, index) => `M${CX - SEAM} ${top + 8 + index * 8}h${SEAM * 2}`).join('');
  return [
    sketch.shape(band, `fill="${across}"`),
    sketch.shape(ridges, `stroke="#15120d" stroke-opacity=".24" stroke-width="2"`),
    sketch.shape(ridges, `transform="translate(0 2.4)" stroke="#fff" stroke-opacity=".4" stroke-width="1.6"`),
    `<path d="M${CX - SEAM} ${top + 1}h${SEAM * 2}" stroke="#fff" stroke-opacity=".7" stroke-width="2.4"/>`,
    `<path d="M${CX - SEAM} ${CRIMP + 1}h${SEAM * 2}" stroke="#15120d" stroke-opacity=".3" stroke-width="2.4"/>`,
  ].join('');
}
