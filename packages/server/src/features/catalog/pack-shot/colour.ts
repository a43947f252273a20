type Lab = readonly [lightness: number, a: number, b: number];

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const toGamma = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

/** Reads `#RRGGBB` and answers it in lower case; throws a RangeError for anything else, so that no other text can reach the markup. */
export function parseTint(tint: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(tint)) throw new RangeError('PACK_SHOT_TINT: a tint is written #RRGGBB');
  return tint.toLowerCase();
}

/** OKLab (Björn Ottosson, 2020): mixing there keeps pale tints clean, where sRGB would turn them muddy. */
function toLab(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16);
  const r = toLinear((value >> 16) / 255);
  const g = toLinear(((value >> 8) & 255) / 255);
  const b = toLinear((value & 255) / 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = channels.map((channel) => Math.round(255 * Math.min(1, Math.max(0, toGamma(Math.max(0, channel))))));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour a share `amount` (0 to 1) of the way from one colour to another, as the eye would place it. */
export function mix(from: string, to: string, amount: number): string {
  const [l0, a0, b0] = toLab(from);
  const [l1, a1, b1] = toLab(to);
  return toHex([l0 + (l1 - l0) * amount, a0 + (a1 - a0) * amount, b0 + (b1 - b0) * amount]);
}

/** Perceived lightness from 0 (black) to 1 (white). */
export function lightnessOf(hex: string): number {
  return toLab(hex)[0];
}

/** The same hue at another lightness (0 to 1), with its colourfulness multiplied by `chroma`. */
export function tone(hex: string, lightness: number, chroma = 1): string {
  const [, a, b] = toLab(hex);
  return toHex([lightness, a * chroma, b * chroma]);
}
