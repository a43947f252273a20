import type { Finish } from './closure-finish.ts';
import { lightnessOf } from './colour.ts';
import { frontArc, type Lathe, outlineOf, ringAt } from './lathe.ts';
import { edgeLight, fallOf, LAMP_FADE, lit, turned } from './light.ts';
import { fix, share } from './sketch.ts';
import type { Studio } from './studio.ts';

/** A straight round part: a cap, collar, ring or lid. Heights are those of its circles' centres. */
export interface Part {
  cx: number;
  top: number;
  bottom: number;
  radius: number;
  squash: number;
  finish: Finish;
  /** Number of ribs around it, if it is ribbed for grip. */
  ribs?: number;
  /** Rounding of the upper edge. */
  bevel?: number;
}

/** Draws such a part with its top face, ribs or grain, and the dark line that it throws on what lies under it. */
export function paintPart(studio: Studio, part: Part): string {
  const { sketch } = studio;
  const { cx, top, bottom, radius, squash, finish, bevel = 4 } = part;
  const lathe: Lathe = {
    cx,
    squash,
    radius,
    base: bottom,
    heel: 3,
    start: [radius - bevel, top],
    segments: [
      [
        [radius - bevel * 0.4, top],
        [radius, top + bevel * 0.4],
        [radius, top + bevel],
      ],
    ],
  };
  const outline = outlineOf(lathe);
  const side = turned(studio, cx - radius, cx + radius, finish.colour, finish.ramp, finish.contrast);
  const face = sketch.linear(
    [cx - radius, top - radius * squash],
    [cx + radius, top + radius * squash],
    [
      [0, lit(studio, finish.colour, 1.14)],
      [0.45, lit(studio, finish.colour, 1.05)],
      [1, lit(studio, finish.colour, 0.84)],
    ],
  );
  const gloss =
    finish.gloss === 0
      ? ''
      : [
          lampOn(studio, part, { from: -0.74, to: -0.5, strength: finish.gloss, soft: 5 }),
          lampOn(studio, part, { from: 0.93, to: 0.965, strength: finish.gloss * 0.9, soft: 1.5 }),
        ].join('');
  const low = fallOf(studio, bottom - Math.min(90, (bottom - top) * 0.7), bottom + radius * squash);
  const details = [
    part.ribs === undefined ? '' : ribsOf(studio, lathe, part.ribs, finish),
    finish.grain ? grainOf(studio, outline) : '',
    gloss,
    sketch.shape(outline, `fill="${low}" opacity=".36"`),
    `<path d="${ringAt(cx, top, radius - bevel, squash)}" fill="${face}"/>`,
    edgeLight(
      studio,
      frontArc(cx, top + 1, radius - bevel, squash),
      cx,
      radius,
      lightnessOf(finish.colour) < 0.4 ? 0.42 : 0.85,
    ),
  ].join('');
  return sketch.shape(outline, `fill="${side}"`) + sketch.clip(outline, details);
}

/** The lamp's reflection on a straight side. */
function lampOn(
  { sketch }: Studio,
  { cx, top, bottom, radius }: Part,
  strip: { from: number; to: number; strength: number; soft: number },
): string {
  const fade = sketch.linear([0, top], [0, bottom + 20], LAMP_FADE);
  const width = Math.round((strip.to - strip.from) * radius);
  const x = Math.round(cx + strip.from * radius);
  return `<path d="M${x} ${top}h${width}V${Math.round(bottom + 40)}h${-width}Z" fill="${fade}" opacity="${share(strip.strength)}" ${sketch.blur(strip.soft, 2)}/>`;
}

/** The shadow of a part on what it stands on or closes; `within` is the outline that the shadow may not leave. */
export function shadeBelow(
  studio: Studio,
  shadow: { cx: number; y: number; radius: number; squash: number; drop: number; within: string },
): string {
  const { cx, y, radius, squash, drop, within } = shadow;
  const fall = fallOf(studio, y + radius * squash + drop, y);
  const wide = radius * 1.08;
  const depth = fix(radius * squash);
  const path = `M${fix(cx - wide)} ${fix(y)}H${fix(cx + wide)}V${fix(y + drop)}A${fix(wide)} ${depth} 0 0 1 ${fix(cx - wide)} ${fix(y + drop)}Z`;
  const { sketch } = studio;
  return sketch.clip(within, `<path d="${path}" fill="${fall}" opacity=".66" ${sketch.blur(4)}/>`);
}

/** Ribs stand closer together towards the edges, as evenly spaced lines on a cylinder do. */
function ribsOf({ sketch }: Studio, { cx, radius, base, squash, start }: Lathe, count: number, finish: Finish): string {
  const height = Math.round(base - start[1] - 12);
  const lines = Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (Math.PI * (index + 0.5)) / count;
    const top = start[1] + radius * squash * Math.cos(angle) + 12;
    return `M${fix(cx + radius * Math.sin(angle))} ${Math.round(top)}v${height}`;
  }).join('');
  const faint = lightnessOf(finish.colour) < 0.4;
  return [
    sketch.shape(
      lines,
      `transform="translate(-2.2)" stroke="#fff" stroke-opacity="${faint ? 0.13 : 0.36}" stroke-width="1.6"`,
    ),
    sketch.shape(lines, `stroke="#15120d" stroke-opacity="${faint ? 0.6 : 0.22}" stroke-width="2.2"`),
  ].join('');
}

/** A thin stem between two parts: too small for more than its shading. */
export function paintStem(studio: Studio, { cx, top, bottom, radius, squash, finish }: Part): string {
  const side = turned(studio, cx - radius, cx + radius, finish.colour, finish.ramp, finish.contrast);
  const fall = fallOf(studio, bottom, top);
  const path = `M${cx - radius} ${top}h${radius * 2}V${bottom}A${radius} ${fix(radius * squash)} 0 0 1 ${cx - radius} ${bottom}Z`;
  return studio.sketch.shape(path, `fill="${side}"`) + studio.sketch.shape(path, `fill="${fall}" opacity=".55"`);
}

/** The long fibres of oak, as a filter that turns a shape into dark streaks. */
function grainOf({ sketch }: Studio, outline: string): string {
  const fibres = sketch.define(
    '<filter id="" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".11 .005" numOctaves="3" seed="8"/><feColorMatrix values="0 0 0 0 .34 0 0 0 0 .2 0 0 0 0 .09 0 2.6 0 0 -1"/><feComposite in2="SourceAlpha" operator="in"/></filter>',
  );
  return sketch.shape(outline, `filter="${fibres}" opacity=".3"`);
}
