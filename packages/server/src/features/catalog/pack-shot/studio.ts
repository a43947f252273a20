import { mix, parseTint, tone } from './colour.ts';
import { escapeXml, fix, Sketch, share } from './sketch.ts';

/** Width of every drawing, in its own units. */
export const WIDTH = 1200;
/** Height of every drawing, in its own units. */
export const HEIGHT = 1500;
/** Where things stand: the height of the floor under the middle of a pack. */
export const FLOOR = 1290;

/** The set on which a pack is drawn: what collects the definitions, and the colours that all surfaces share. */
export interface Studio {
  sketch: Sketch;
  tint: string;
  /** The backdrop at medium light. */
  ground: string;
  /** What shadows tend to: a deep tone of the backdrop, as bounced light would tint them. */
  shade: string;
}

/** The backdrop's colour at medium light for a tint. */
export const groundOf = (tint: string): string => mix('#e4dfd6', tone(tint, 0.855, 0.62), 0.4);

/** Prepares a set for a tint; `seed` decides the prefix of all ids. */
export function openStudio(seed: string, tint: string): Studio {
  const clean = parseTint(tint);
  const ground = groundOf(clean);
  return { sketch: new Sketch(seed), tint: clean, ground, shade: tone(mix(ground, clean, 0.4), 0.28, 0.8) };
}

/**
 * A porcelain sweep, tinted from the product and lit from the upper left. It is opaque and neither white nor dark, so
 * that a card holds on light and dark pages alike.
 */
export function paintBackdrop({ sketch, ground, shade }: Studio): string {
  const wall = sketch.linear(
    [0, 0],
    [0, HEIGHT],
    [
      [0, mix(ground, '#ffffff', 0.22)],
      [0.5, ground],
      [0.7, mix(ground, shade, 0.045)],
      [0.78, mix(ground, '#ffffff', 0.12)],
      [1, mix(ground, '#ffffff', 0.3)],
    ],
  );
  const pool = sketch.radial([380, 430], 900, [
    [0, '#ffffff', 0.55],
    [0.45, '#ffffff', 0.24],
    [1, '#ffffff', 0],
  ]);
  const falloff = sketch.radial([420, 640], 1250, [
    [0.5, shade, 0],
    [0.8, shade, 0.09],
    [1, shade, 0.22],
  ]);
  const beam = sketch.linear(
    [0, 0],
    [300, 1150],
    [
      [0, '#ffffff', 0.5],
      [0.6, '#ffffff', 0.26],
      [1, '#ffffff', 0],
    ],
  );
  const window = `<path d="M40 -60H330L900 1060H560ZM420 -60H560L1150 1060H985Z" fill="${beam}" opacity=".6" ${sketch.blur(26)}/>`;
  const sheet = `<path d="M0 0H${WIDTH}V${HEIGHT}H0Z" fill="`;
  return `${sheet}${wall}"/>${sheet}${pool}"/>${sheet}${falloff}"/>${window}`;
}

/**
 * Wraps a finished drawing into a document of its own. Filters work in sRGB: in linear light, 8 bits are too few for the
 * pale ends of dark shadows, which would come out in coloured bands.
 */
export function frame(
  studio: Studio,
  title: string,
  content: string,
  { width, height } = { width: WIDTH, height: HEIGHT },
): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" color-interpolation-filters="sRGB"><title>${escapeXml(title)}</title>${studio.sketch.definitions()}${content}</svg>`;
}

/** How far from the middle light still falls on the floor: beyond, the edge of the picture would cut it. */
const MOST_REACH = 430;

/** Where a pack touches the floor and how far its shadow reaches. */
interface Footprint {
  cx: number;
  /** Half the width that touches the floor. */
  radius: number;
  /** Height of the centre of the foot. */
  y: number;
  squash: number;
  /** Height of the pack: tall packs throw long shadows. */
  height: number;
  /** Colour of the light that passes through, if any does. */
  glow?: string;
}

/** The shadow that a pack throws to the right and back, and the dark line where it meets the floor. */
export function paintGroundShadow({ sketch, shade }: Studio, foot: Footprint): string {
  const { cx, radius, y, squash, height, glow } = foot;
  const depth = radius * squash;
  const reach = radius + height * 0.5;
  const rise = height * 0.055;
  const point = (x: number, dy: number): string => `${fix(cx + x)} ${fix(y + dy)}`;
  const cast = sketch.linear(
    [cx, y],
    [cx + reach, y - rise],
    [
      [0, shade, 0.55],
      [0.4, shade, 0.28],
      [1, shade, 0],
    ],
  );
  const wide = `M${point(-radius * 0.9, depth * 0.5)}L${point(reach, -rise - depth)}L${point(reach, -rise + depth * 1.6)}L${point(radius * 0.3, depth * 1.5)}Z`;
  const stretch = squash * 1.3 + 0.03;
  const halo = sketch.radial(
    [cx + radius * 0.12, y + depth * 0.3],
    radius * 1.5,
    [
      [0.45, shade, 0.4],
      [0.65, shade, 0.2],
      [0.82, shade, 0.06],
      [1, shade, 0],
    ],
    stretch,
  );
  const oval = (x: number, dy: number, rx: number, ry: number, rest: string): string =>
    `<ellipse cx="${fix(cx + x)}" cy="${fix(y + dy)}" rx="${fix(rx)}" ry="${fix(ry)}" ${rest}/>`;
  const caustic =
    glow === undefined
      ? ''
      : oval(
          Math.min(radius * 1.55, MOST_REACH),
          -rise * 0.3,
          Math.min(radius * 0.6, MOST_REACH * 0.3),
          depth * 0.62,
          `fill="${mix(glow, '#ffffff', 0.45)}" opacity="${share(0.6)}" ${sketch.blur(16, 4)}`,
        );
  return [
    `<path d="${wide}" fill="${cast}" ${sketch.blur(16)}/>`,
    caustic,
    oval(radius * 0.12, depth * 0.3, radius * 1.5, radius * 1.5 * stretch, `fill="${halo}"`),
    oval(4, 4, radius * 0.985, depth + 4, `fill="${shade}" opacity=".8" ${sketch.blur(4)}`),
  ].join('');
}
