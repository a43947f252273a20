/** A gradient stop: offset 0 to 1, colour, and opacity where it is not 1. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** Rounds a length for the markup: a tenth of a unit is below what a screen shows of this canvas. */
export const fix = (value: number): string => String(Math.round(value * 10) / 10);

/** A share, such as an offset or an opacity, to three places and without the leading zero. */
export const share = (value: number): string => String(Math.round(value * 1000) / 1000).replace(/^(-?)0\./, '$1.');

const brief = (colour: string): string => colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');

/** A number from 0 up to 2³² for a text (FNV-1a), the only source of variety in a drawing. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32), so that bubbles and grains fall the same way each time. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes a text safe between tags and in attributes, and drops what XML 1.0 cannot carry (controls, lone surrogates). */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/**
 * The definitions of one drawing. Each is given once however often it is asked for, and its id starts with the
 * drawing's prefix, so that several drawings can stand inline in one page.
 */
export class Sketch {
  readonly prefix: string;
  readonly #definitions = new Map<string, string>();
  readonly #stops = new Map<string, string>();

  constructor(seed: string) {
    this.prefix = `p${(hashOf(seed) % 36 ** 5).toString(36).padStart(5, '0')}`;
  }

  /** A linear gradient over the user space from one point to another. */
  linear(from: readonly [number, number], to: readonly [number, number], stops: readonly Stop[]): string {
    const geometry = { x1: fix(from[0]), y1: fix(from[1]), x2: fix(to[0]), y2: fix(to[1]) };
    return this.#paint('linearGradient', geometry, stops);
  }

  /** A radial gradient; `stretch` squeezes it vertically about its centre (1 is round). */
  radial(centre: readonly [number, number], radius: number, stops: readonly Stop[], stretch = 1): string {
    const [x, y] = centre;
    const geometry: Record<string, string> = { cx: fix(x), cy: fix(y), r: fix(radius) };
    if (stretch !== 1) geometry.gradientTransform = `matrix(1 0 0 ${share(stretch)} 0 ${fix(y - y * stretch)})`;
    return this.#paint('radialGradient', geometry, stops);
  }

  /**
   * A Gaussian blur, given as an attribute of the element that it softens. What leaves the `margin`, in shares of the
   * element's own box, is cut off: thin elements need more.
   */
  blur(deviation: number, margin = 1): string {
    const region = `x="-${margin}" y="-${margin}" width="${1 + 2 * margin}" height="${1 + 2 * margin}"`;
    return `filter="${this.define(`<filter id="" ${region}><feGaussianBlur stdDeviation="${share(deviation)}"/></filter>`)}"`;
  }

  /** Draws a path that occurs more than once, such as an outline; its data is kept once. */
  shape(path: string, attributes: string): string {
    return `<use href="#${this.#name(`<path id="" d="${path}"/>`)}" ${attributes}/>`;
  }

  /** Keeps a small drawing for repeated use; answers how to place it by a transform. */
  stamp(content: string): (transform: string) => string {
    const name = this.#name(`<g id="">${content}</g>`);
    return (transform) => `<use href="#${name}" transform="${transform}"/>`;
  }

  /** Cuts a drawing to a path. */
  clip(path: string, content: string): string {
    if (content === '') return '';
    const url = this.define(`<clipPath id="">${this.shape(path, '').replace(' />', '/>')}</clipPath>`);
    return `<g clip-path="${url}">${content}</g>`;
  }

  /** Adds any other definition, written with an empty id, and answers how to refer to it. */
  define(definition: string): string {
    return `url(#${this.#name(definition)})`;
  }

  /** All definitions so far, as one `defs` element. */
  definitions(): string {
    const all = [...this.#definitions].map(([body, name]) => body.replace('id=""', `id="${name}"`));
    return `<defs>${all.join('')}</defs>`;
  }

  /** Gradients with the same stops refer to the first of them, whose units they inherit as well. */
  #paint(element: string, geometry: Record<string, string>, stops: readonly Stop[]): string {
    const attributes = Object.entries(geometry);
    const body = stops
      .map(([offset, colour, opacity]) => {
        const veil = opacity === undefined || opacity === 1 ? '' : ` stop-opacity="${share(opacity)}"`;
        const place = offset === 0 ? '' : ` offset="${share(offset)}"`;
        return `<stop${place} stop-color="${brief(colour)}"${veil}/>`;
      })
      .join('');
    const write = (kept: string[][]): string => kept.map(([name, value]) => ` ${name}="${value}"`).join('');
    const sparse = attributes.filter(([name, value]) => value !== '0' || name === 'x2');
    const full = `<${element} id="" gradientUnits="userSpaceOnUse"${write(sparse)}>${body}</${element}>`;
    const sibling = this.#stops.get(element + body);
    if (sibling !== undefined && !this.#definitions.has(full)) {
      return this.define(`<${element} id="" href="#${sibling}"${write(attributes)}/>`);
    }
    const name = this.#name(full);
    this.#stops.set(element + body, name);
    return `url(#${name})`;
  }

  #name(definition: string): string {
    const known = this.#definitions.get(definition);
    if (known !== undefined) return known;
    const name = this.prefix + this.#definitions.size.toString(36);
    this.#definitions.set(definition, name);
    return name;
  }
}
