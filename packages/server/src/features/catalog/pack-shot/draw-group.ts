import { parseTint } from './colour.ts';
import { FORMS } from './forms.ts';
import { GROUP_HEIGHT, GROUP_WIDTH } from './group-size.ts';
import type { GroupSpec, PackForm, PackShotSpec } from './pack-shot-spec.ts';
import { fix, share } from './sketch.ts';
import { FLOOR, frame, HEIGHT, openStudio, paintBackdrop, WIDTH } from './studio.ts';

/** The largest that packs are drawn, against their own pictures. */
const SCALE = 0.66;
/** What an upright cut of four to five shows of the width, less a margin. */
const ROOM = 920;
/** Where the tall one stands behind, and the two before it. */
const BACK = 1010;
const FRONT = 1085;

/** Half the width that a pack takes on its own picture. */
const HALF_WIDTH: Readonly<Record<PackForm, number>> = {
  DROPPER: 215,
  PUMP: 215,
  BOTTLE: 215,
  SPRAY: 215,
  TUBE: 235,
  SACHET: 290,
  JAR: 340,
  STICK: 340,
  TIN: 420,
};

/** From low to tall. */
const BY_HEIGHT: readonly PackForm[] = ['TIN', 'JAR', 'STICK', 'SACHET', 'BOTTLE', 'DROPPER', 'SPRAY', 'TUBE', 'PUMP'];

interface Placed {
  readonly spec: PackShotSpec;
  /** From the middle of the tallest, in the measure of the packs' own pictures. */
  readonly x: number;
  readonly floor: number;
}

/** Draws some products of a collection together, as a standalone SVG document; throws a RangeError for a tint that is not `#RRGGBB`. */
export function drawGroup({ packs, title }: GroupSpec): string {
  const studio = openStudio(JSON.stringify(['group', packs]), packs[0]?.tint ?? '#c9c2b8');
  const stretched = `scale(${share(GROUP_WIDTH / WIDTH + 0.001)} ${share(GROUP_HEIGHT / HEIGHT)})`;
  const placed = place(packs);
  const left = Math.min(...placed.map(({ x, spec }) => x - HALF_WIDTH[spec.form]));
  const right = Math.max(...placed.map(({ x, spec }) => x + HALF_WIDTH[spec.form]));
  const scale = Math.min(SCALE, ROOM / (right - left));
  const content = placed.map(({ spec, x, floor }) => {
    const drawn = FORMS[spec.form]({ ...studio, tint: parseTint(spec.tint) }, spec);
    const across = GROUP_WIDTH / 2 + (x - (left + right) / 2 - WIDTH / 2) * scale;
    return `<g transform="translate(${fix(across)} ${fix(floor - FLOOR * scale)}) scale(${share(scale)})">${drawn}</g>`;
  });
  const backdrop = `<g transform="${stretched}">${paintBackdrop(studio)}</g>`;
  return frame(studio, title, backdrop + content.join(''), { width: GROUP_WIDTH, height: GROUP_HEIGHT });
}

/** The tallest stands behind, the others before it to its sides; what is drawn later is in front. */
function place(packs: readonly PackShotSpec[]): Placed[] {
  const [tallest, ...others] = [...packs].sort((a, b) => BY_HEIGHT.indexOf(b.form) - BY_HEIGHT.indexOf(a.form));
  if (!tallest) return [];
  const half = HALF_WIDTH[tallest.form] * 0.8;
  return [
    { spec: tallest, x: 0, floor: others.length === 0 ? FRONT : BACK },
    ...others.map((spec, index) => {
      const aside = half + HALF_WIDTH[spec.form] * 0.92;
      return { spec, x: index === 0 ? aside : -aside, floor: FRONT };
    }),
  ];
}
