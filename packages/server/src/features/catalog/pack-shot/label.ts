import { lightnessOf, mix, tone } from './colour.ts';
import { MATT_LABEL, turned } from './light.ts';
import type { PackMaterial, PackShotSpec } from './pack-shot-spec.ts';
import { escapeXml, fix, share } from './sketch.ts';
import type { Studio } from './studio.ts';
import { isSquare, type SetText, setText } from './typeset.ts';

const SERIF = "Fraunces,'Iowan Old Style',Georgia,'Songti SC',serif";
const SANS = "Inter,'Helvetica Neue',Helvetica,Arial,'PingFang SC',sans-serif";

/** The field of a pack that carries the words. */
export interface LabelField {
  cx: number;
  top: number;
  bottom: number;
  /** Half of the field's width. */
  half: number;
  /** Radius of the body that it lies on; a flat pack has none. */
  radius: number | null;
  squash: number;
  /** True where the words stand on a paper label rather than on the pack itself. */
  paper: boolean;
  ink: string;
}

/** Liquid behind glass would drown print, so such packs wear a paper label; the others are printed directly. */
export const wearsPaper = (material: PackMaterial): boolean => material === 'AMBER_GLASS' || material === 'CLEAR_GLASS';

/** Ink that reads on paper or on the material itself. */
export function inkOn({ tint }: Studio, material: PackMaterial): string {
  if (wearsPaper(material)) return '#24221d';
  if (material === 'PAPER_TUBE') return tone(tint, 0.27, 0.6);
  return mix('#2a2823', tone(tint, 0.3), 0.35);
}

/** How far the middle of a line on the body hangs below its ends. */
function sagOf({ half, radius, squash }: LabelField): number {
  return radius === null ? 0 : radius * squash * (1 - Math.sqrt(Math.max(0, 1 - (half / radius) ** 2)));
}

/** The words of a pack, set in the field, on paper where the field says so. */
export function paintLabel(studio: Studio, spec: PackShotSpec, field: LabelField): string {
  return (field.paper ? paintPaper(studio, field) : '') + setLabel(spec, field);
}

function paintPaper(studio: Studio, field: LabelField): string {
  const { sketch, shade, tint } = studio;
  const { cx, top, bottom, half, radius } = field;
  const sag = sagOf(field) * 2;
  const edge = (y: number, from: number, to: number): string =>
    `${fix(cx + from)} ${fix(y)}Q${fix(cx)} ${fix(y + sag)} ${fix(cx + to)} ${fix(y)}`;
  const between = (from: number, to: number): string => `M${edge(from, -half, half)}L${edge(to, half, -half)}Z`;
  const reach = radius ?? half * 1.25;
  const sheet = turned(studio, cx - reach, cx + reach, '#f6f1e7', MATT_LABEL, 0.62);
  const stripe = turned(studio, cx - reach, cx + reach, tone(tint, 0.66, 1.1), MATT_LABEL, 0.8);
  const band = Math.max(9, (bottom - top) * 0.028);
  return [
    `<path d="${between(top, bottom)}" transform="translate(3 4)" fill="${shade}" opacity=".42" ${sketch.blur(4)}/>`,
    `<path d="${between(top, bottom)}" fill="${sheet}"/>`,
    `<path d="${between(bottom - band, bottom)}" fill="${stripe}"/>`,
    `<path d="M${edge(top + 1, -half, half)}" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="2"/>`,
  ].join('');
}

/** One text on a label: how it is set and where it starts. */
interface Line {
  text: SetText;
  baseline: number;
  serif?: boolean;
  tracking?: number;
  opacity?: number;
}

const TITLE_LEADING = 1.16;
const SMALL_LEADING = 1.4;

function setLabel(spec: PackShotSpec, field: LabelField): string {
  const { cx, half, ink } = field;
  const width = half * 1.8;
  const height = field.bottom - field.top;
  const unit = Math.min(width * 0.1, height * 0.085);
  const pad = Math.min(height * 0.1, width * 0.13);
  const top = field.top + sagOf(field) + pad;
  const foot = field.bottom + sagOf(field) - pad;

  const small = { width, lines: 1, largest: Math.max(13, Math.round(unit * 0.6)), smallest: 12, tracking: 0.12 };
  const brand = setText(spec.brand.toUpperCase(), {
    width,
    lines: 2,
    largest: Math.round(unit * 0.82),
    smallest: 13,
    tracking: 0.26,
  });
  const range = setText(spec.range, small);
  const size = setText(spec.size ?? '', small);
  const brandAt = top + brand.size * 0.74;
  const rangeAt = brandAt + (brand.lines.length - 1) * brand.size * SMALL_LEADING + range.size * 1.75;
  const rule = foot - size.size * 1.9;

  const room = { from: rangeAt + unit * 0.9, to: (spec.size === null ? foot : rule) - unit * 0.7 };
  const title = setText(spec.title, {
    width,
    lines: 5,
    largest: Math.round(unit * (isSquare(spec.title) ? 1.32 : 1.6)),
    smallest: Math.max(15, Math.round(unit * 0.7)),
    leading: TITLE_LEADING,
    height: room.to - room.from,
  });
  const block = title.size * (TITLE_LEADING * (title.lines.length - 1) + 0.72);
  const titleAt = room.from + (room.to - room.from - block) * 0.46 + title.size * 0.72;

  const words = [
    drawLine(cx, { text: brand, baseline: brandAt, tracking: 0.26 }),
    drawLine(cx, { text: range, baseline: rangeAt, tracking: 0.12, opacity: 0.74 }),
    drawLine(cx, { text: title, baseline: titleAt, serif: true }),
  ];
  if (size.lines.length > 0) {
    words.push(
      `<path d="M${fix(cx - half * 0.76)} ${fix(rule)}h${fix(half * 1.52)}" stroke="${ink}" stroke-width="1.5" opacity=".45"/>`,
      drawLine(cx, { text: size, baseline: foot, tracking: 0.12, opacity: 0.8 }),
    );
  }
  return `<g fill="${ink}" text-anchor="middle" font-family="${SANS}">${words.join('')}</g>`;
}

/** Sets lines about the middle of a label; the space after the last letter is made good, or they would stand to the left. */
function drawLine(cx: number, { text, baseline, serif = false, tracking = 0, opacity = 1 }: Line): string {
  if (text.lines.length === 0) return '';
  const leading = text.size * (serif ? TITLE_LEADING : SMALL_LEADING);
  const x = fix(cx + (tracking * text.size) / 2);
  const spans = text.lines.map(
    (line, index) => `<tspan x="${x}" y="${fix(baseline + index * leading)}">${escapeXml(line)}</tspan>`,
  );
  const family = serif ? ` font-family="${SERIF}"` : '';
  const spacing = tracking === 0 ? '' : ` letter-spacing="${fix(tracking * text.size)}"`;
  const veil = opacity === 1 ? '' : ` opacity="${share(opacity)}"`;
  return `<text${family} font-size="${text.size}"${spacing}${veil}>${spans.join('')}</text>`;
}

/** Ink for a pack whose own colour is known: dark on light, cream on dark. */
export const inkAgainst = (surface: string, tint: string): string =>
  lightnessOf(surface) < 0.6 ? '#f4ecdd' : mix('#2a2823', tone(tint, 0.28), 0.4);
