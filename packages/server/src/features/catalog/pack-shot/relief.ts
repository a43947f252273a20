import { mix } from './colour.ts';
import { share } from './sketch.ts';
import { HEIGHT, type Studio, WIDTH } from './studio.ts';

/** How a smear or a drop catches light. The opacity of what is drawn is its height. */
interface Relief {
  /** The substance in full light; left out, only light and shade are drawn, to lie over something clear. */
  colour?: string;
  /** The substance in shade; by default its colour sunk into the shade of the set. */
  dark?: string;
  /** Softness of the surface, in units. */
  soft: number;
  /** Height of the surface, in units. */
  height: number;
  /** Strength of the highlights, 0 for matt. */
  shine: number;
  /** Narrowness of the highlights: 8 is satin, 40 is wet. */
  wet: number;
  /** Opacity below which nothing is left, which gives the outline its edge. */
  edge?: number;
  /** Roughness: grain size by frequency, and how much it adds to the height. */
  grain?: { frequency: string; octaves: number; amount: number };
  /** How far the outline is torn by the grain, in units. */
  torn?: number;
  /** Distance of the shadow on the ground in units; 0 for none. */
  shadow?: number;
}

/** Red, green and blue of a colour as shares, for a colour matrix. */
function channelsOf(hex: string): [string, string, string] {
  const at = (index: number): string => share(Number.parseInt(hex.slice(index, index + 2), 16) / 255);
  return [at(1), at(3), at(5)];
}

/** A filter that models what it is given as a surface in the light of the set; answers the attribute that applies it. */
export function reliefOf({ sketch, shade }: Studio, relief: Relief): string {
  const { colour, soft, height, shine, wet, edge = 0.3, grain, torn = 0, shadow = 10 } = relief;
  const dark = relief.dark ?? mix(colour ?? shade, shade, 0.46);
  const light = '<feDistantLight azimuth="228" elevation="52"/>';
  const parts: string[] = [];
  if (grain !== undefined) {
    parts.push(
      `<feTurbulence type="fractalNoise" baseFrequency="${grain.frequency}" numOctaves="${grain.octaves}" seed="7" result="n"/>`,
    );
  }
  const source = torn === 0 ? 'SourceAlpha' : 'f';
  if (torn !== 0) {
    parts.push(
      `<feDisplacementMap in="SourceAlpha" in2="n" scale="${share(torn)}" xChannelSelector="R" yChannelSelector="G" result="f"/>`,
    );
  }
  parts.push(`<feGaussianBlur in="${source}" stdDeviation="${share(soft)}" result="h"/>`);
  if (grain !== undefined) {
    const { amount } = grain;
    parts.push(
      '<feColorMatrix in="n" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0"/>',
      `<feComposite in2="h" operator="arithmetic" k2="${share(amount)}" k3="1" k4="${share(-amount / 2)}" result="h"/>`,
    );
  }
  parts.push(
    `<feComponentTransfer in="${source}" result="a"><feFuncA type="linear" slope="9" intercept="${share(-9 * edge)}"/></feComponentTransfer>`,
    `<feDiffuseLighting in="h" surfaceScale="${share(height)}" diffuseConstant="1.27" lighting-color="#fff">${light}</feDiffuseLighting>`,
  );
  if (colour === undefined) {
    const [r, g, b] = channelsOf(dark);
    parts.push(`<feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} -.8 0 0 0 .8"/>`);
  } else {
    const [r, g, b] = channelsOf(colour);
    parts.push(
      `<feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} 1 0 0 0 0" result="c"/>`,
      `<feFlood flood-color="${dark}"/><feComposite in="c" operator="over"/>`,
    );
  }
  parts.push('<feComposite in2="a" operator="in" result="c"/>');
  const layers = ['c'];
  if (shine > 0) {
    layers.push('s');
    parts.push(
      `<feSpecularLighting in="h" surfaceScale="${share(height)}" specularConstant="${share(shine)}" specularExponent="${wet}" lighting-color="#fff">${light}</feSpecularLighting>`,
      '<feComposite in2="a" operator="in" result="s"/>',
    );
  }
  if (shadow > 0) {
    layers.unshift('b');
    parts.push(
      `<feGaussianBlur in="a" stdDeviation="${share(shadow * 0.7)}"/><feOffset dx="${share(shadow)}" dy="${share(shadow * 0.9)}" result="b"/>`,
      `<feFlood flood-color="${shade}" flood-opacity=".45"/><feComposite in2="b" operator="in" result="b"/>`,
    );
  }
  parts.push(`<feMerge>${layers.map((layer) => `<feMergeNode in="${layer}"/>`).join('')}</feMerge>`);
  return `filter="${sketch.define(`<filter id="" filterUnits="userSpaceOnUse" x="-100" y="-100" width="${WIDTH + 200}" height="${HEIGHT + 200}">${parts.join('')}</filter>`)}"`;
}
