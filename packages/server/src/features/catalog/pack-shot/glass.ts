import { mix, tone } from './colour.ts';
import type { Contents } from './contents.ts';
import { frontArc, type Lathe, outlineOf, ringAt, stripOf } from './lathe.ts';
import { edgeLight, fallOf, LAMP_FADE, reflection } from './light.ts';
import { fix, type Stop, share } from './sketch.ts';
import type { Studio } from './studio.ts';

/** A body in two layers: what lies under a label, and the light that lies over it. */
export interface Painted {
  under: string;
  over: string;
}

/** What stands in a vessel and how thick its glass is. */
export interface Filling {
  contents: Contents;
  /** Height of the liquid's surface. */
  level: number;
  /** Thickness of the wall; by default it goes with the radius. */
  wall?: number;
  /** Thickness of the bottom. */
  foot?: number;
  /** Something that stands in the liquid, such as a dip tube. */
  inside?: string;
}

/** How one kind of glass treats light. */
interface Glass {
  body: string;
  sheen: string;
  edge: string;
  /** Opacity near the edge, where one looks along the wall, and in the middle. */
  near: number;
  middle: number;
  dark: boolean;
}

const CLEAR: Glass = { body: '#f2f6f4', sheen: '#ffffff', edge: '#46524f', near: 0.5, middle: 0.14, dark: false };
const AMBER: Glass = { body: '#8f4814', sheen: '#b56a26', edge: '#1c0a03', near: 0.97, middle: 0.8, dark: true };

/** Glass that one sees through: a wall with thickness, a heavy foot, and the liquid with its meniscus. */
export function paintGlass(
  studio: Studio,
  lathe: Lathe,
  kind: 'CLEAR_GLASS' | 'AMBER_GLASS',
  filling: Filling,
): Painted {
  const { sketch } = studio;
  const glass = kind === 'AMBER_GLASS' ? AMBER : CLEAR;
  const { cx, radius } = lathe;
  const outline = outlineOf(lathe);
  const { near, middle } = glass;
  const across = sketch.linear(
    [cx - radius, 0],
    [cx + radius, 0],
    [
      [0, glass.edge, near],
      [0.02, glass.edge, near * 0.45],
      [0.05, glass.body, near],
      [0.13, glass.body, middle],
      [0.55, glass.body, middle * 0.8],
      [0.8, glass.sheen, middle],
      [0.94, glass.body, near],
      [0.98, glass.edge, near * 0.5],
      [1, glass.edge, near],
    ],
  );
  const wall = filling.wall ?? Math.max(9, radius * 0.055);
  const floor = lathe.base - (filling.foot ?? wall * 2.1);
  const under = [
    sketch.shape(outline, `fill="${across}"`),
    filling.inside ?? '',
    paintFoot(studio, lathe, glass, floor),
    paintLiquid(studio, lathe, glass, filling, wall, floor),
  ].join('');
  return { under: sketch.clip(outline, under), over: sketch.clip(outline, glassLight(studio, lathe)) };
}

function paintLiquid(
  studio: Studio,
  lathe: Lathe,
  glass: Glass,
  filling: Filling,
  wall: number,
  floor: number,
): string {
  const { sketch } = studio;
  const { cx, squash, radius } = lathe;
  const { contents, level } = filling;
  const { dark } = glass;
  const inner = radius - wall;
  const body: Lathe = {
    ...lathe,
    radius: inner,
    base: floor,
    heel: Math.max(lathe.heel, 14) * 1.1,
    start: [inner, level],
    segments: [[[inner, (level + floor) / 2]]],
  };
  const colour = dark ? '#552609' : contents.colour;
  const deep = dark ? '#240e04' : mix(colour, tone(colour, 0.35), 0.5);
  const glow = dark ? '#a85c1a' : mix(colour, '#ffffff', 0.42 * (1 - contents.clarity * 0.3));
  const cover = dark ? 0.9 : 1 - contents.clarity * 0.42;
  const across: Stop[] = [
    [0, deep, cover],
    [0.05, mix(colour, deep, 0.5), cover],
    [0.2, colour, cover * 0.94],
    [0.45, mix(colour, deep, dark ? 0.3 : 0.12), cover * 0.92],
    [0.62, colour, cover * 0.9],
    [0.79, glow, cover],
    [0.88, mix(colour, glow, 0.4), cover],
    [0.96, mix(colour, deep, 0.6), cover],
    [1, deep, cover],
  ];
  const fill = sketch.linear([cx - inner, 0], [cx + inner, 0], across);
  const upward = sketch.linear(
    [0, level],
    [0, floor + inner * squash],
    [
      [0, deep, 0.2],
      [0.2, deep, 0],
      [0.7, glow, 0],
      [1, glow, dark ? 0.5 : 0.45],
    ],
  );
  const outline = outlineOf(body);
  const surface = sketch.linear(
    [cx - inner, 0],
    [cx + inner, 0],
    [
      [0, mix(colour, deep, 0.3)],
      [0.35, mix(colour, dark ? glow : '#ffffff', 0.42)],
      [0.8, mix(colour, glow, 0.6)],
      [1, mix(colour, deep, 0.4)],
    ],
  );
  const front = frontArc(cx, level, inner, squash);
  return [
    sketch.shape(outline, `fill="${fill}"`),
    sketch.shape(outline, `fill="${upward}"`),
    `<path d="${ringAt(cx, level, inner, squash)}" fill="${surface}" opacity="${dark ? 0.8 : 0.95}"/>`,
    sketch.shape(
      front,
      `fill="none" stroke="${deep}" stroke-opacity=".6" stroke-width="${fix(Math.max(2.4, radius * 0.014))}"`,
    ),
    sketch.shape(
      front,
      `transform="translate(0 4)" fill="none" stroke="#fff" stroke-opacity="${dark ? 0.2 : 0.5}" stroke-width="2"`,
    ),
  ].join('');
}

/** The solid glass under the liquid: it gathers light in crescents. */
function paintFoot(studio: Studio, { cx, squash, radius, base }: Lathe, glass: Glass, floor: number): string {
  const { sketch } = studio;
  const depth = radius * squash;
  const low = fallOf(studio, base - 24, base + depth);
  const arc = (y: number, portion: number, width: number, opacity: number): string =>
    `<path d="${frontArc(cx, y, radius * portion, squash)}" fill="none" stroke="${glass.edge}" stroke-opacity="${share(opacity)}" stroke-width="${width}"/>`;
  const lens = sketch.linear(
    [0, floor],
    [0, base + depth],
    [
      [0, glass.sheen, 0],
      [0.3, glass.sheen, glass.dark ? 0.3 : 0.8],
      [0.75, glass.sheen, glass.dark ? 0.1 : 0.5],
      [1, glass.sheen, 0],
    ],
  );
  return [
    `<path d="M${fix(cx - radius)} ${fix(floor)}h${fix(radius * 2)}V${fix(base + depth)}h${fix(-radius * 2)}z" fill="${lens}"/>`,
    `<path d="M${fix(cx - radius)} ${fix(base - 30)}h${fix(radius * 2)}v${fix(40 + depth)}h${fix(-radius * 2)}z" fill="${low}" opacity="${glass.dark ? 0.8 : 0.4}"/>`,
    arc(base - 12, 0.93, 3, 0.3),
    edgeLight(studio, frontArc(cx, base - 5, radius * 0.95, squash), cx, radius, glass.dark ? 0.42 : 0.9, 5),
  ].join('');
}

/** The lamp: a sharp reflection with a glow around it, its echo on the inner wall, and the light of the backdrop on the right. */
function glassLight(studio: Studio, lathe: Lathe): string {
  const { sketch } = studio;
  const top = lathe.start[1];
  const bottom = lathe.base - 20;
  const lamp = stripOf(lathe, -0.87, -0.775);
  const fade = sketch.linear([0, top], [0, bottom], LAMP_FADE);
  const strip = (from: number, to: number, strength: number, soft: number): string =>
    reflection(studio, lathe, { from, to, top, bottom, strength, soft });
  return [
    sketch.shape(lamp, `fill="${fade}" opacity=".5" ${sketch.blur(11, 2)}`),
    sketch.shape(lamp, `fill="${fade}" opacity=".82" ${sketch.blur(1.6, 2)}`),
    strip(-0.735, -0.712, 0.42, 0),
    strip(0.9, 0.945, 0.5, 1.6),
  ].join('');
}
