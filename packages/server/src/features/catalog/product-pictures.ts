import { createHash } from 'node:crypto';
import type { ProductRecord } from './catalogue-records.ts';
import { sizeOf } from './index/facet-values.ts';
import type { GroupSpec, PackShotSpec, TextureSwatchSpec } from './pack-shot/pack-shot-spec.ts';
import type { NamedDrawing } from './rendering/drawing.ts';
import { type Rendition, type RenditionFormat, WIDTHS } from './rendering/rendition.ts';

/** The size of drawn pictures, and of the frame that other pictures are shown in while their own size is not known. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 1500;

/** Part of each picture's name: raise it when the drawing changes, since browsers keep a picture for ever. */
const DRAWING = 2;

const FOLDER = '/pictures/';
const PATH = /^\/pictures\/([\w%.~-]+?)-([0-9a-f]{12})(?:-(\d{2,4})\.(avif|webp|png)|\.svg)$/;

/** What the path of a picture asks for. */
export interface AskedPicture {
  /** The slug of its product, or what else it is called. */
  readonly name: string;
  readonly hash: string;
  /** Null for the drawing itself. */
  readonly rendition: Rendition | null;
}

/** The paths of a product's drawn pictures; a swatch only if it has a texture. */
export interface DrawnPictures {
  readonly packShot: string;
  readonly swatch: string | null;
}

/**
 * The pictures of a product that the site itself serves: its own, and copies of those published elsewhere. One that there is no
 * copy of is kept for the export and not shown: to fetch it, every visitor's browser would tell that host who looks at
 * what (P2.3, P5.1).
 */
export function servedPicturesOf(product: ProductRecord): ProductRecord['pictures'] {
  return product.pictures.filter(({ url, copy }) => copy || url.startsWith('/'));
}

/** The drawn pictures of a product that has none of its own to show; null if nothing is known of its packaging either. */
export function drawnPicturesOf(product: ProductRecord): DrawnPictures | null {
  if (!product.packaging || servedPicturesOf(product).length > 0) return null;
  const swatch = swatchSpec(product);
  return {
    packShot: pathOf(product.slug, packShotSpec(product)),
    swatch: swatch && pathOf(`${product.slug}-texture`, swatch),
  };
}

/** Reads the path of a picture; null if it is none. */
export function readPicturePath(path: string): AskedPicture | null {
  const [, name, hash = '', width, format] = PATH.exec(path) ?? [];
  if (name === undefined) return null;
  const rendition = width === undefined ? null : { width: Number(width), format: format as RenditionFormat };
  return { name: decodeURIComponent(name), hash, rendition };
}

/**
 * The drawing that a path made by `drawnPicturesOf`, or from its template, asks for; null if there is none. A path holds a
 * hash of all that the drawing depends on, so what it answers never changes.
 * @param productAt finds a product by its slug.
 */
export function drawingFor(
  { name, hash, rendition }: AskedPicture,
  productAt: (slug: string) => ProductRecord | undefined,
): NamedDrawing | null {
  if (rendition && !WIDTHS.includes(rendition.width)) return null;
  const end = `-${hash}.svg`;
  const shown = productAt(name);
  if (shown && drawnPicturesOf(shown)?.packShot.endsWith(end)) {
    return { hash, drawing: { kind: 'PACK', spec: packShotSpec(shown) } };
  }
  const felt = productAt(name.replace(/-texture$/, ''));
  const spec = felt && swatchSpec(felt);
  return spec && drawnPicturesOf(felt)?.swatch?.endsWith(end) ? { hash, drawing: { kind: 'SWATCH', spec } } : null;
}

/** All drawings of a product, for whoever renders them ahead. */
export function drawingsOf(product: ProductRecord): NamedDrawing[] {
  const drawn = drawnPicturesOf(product);
  return [drawn?.packShot, drawn?.swatch].flatMap((path) => {
    const asked = path ? readPicturePath(path) : null;
    return (asked && drawingFor(asked, () => product)) ?? [];
  });
}

/** The address of a drawn picture in a width and format, as a URI template (RFC 6570). */
export function templateOf(url: string): string {
  return url.replace(/\.svg$/, '-{width}.{format}');
}

/** What the pack shot of a product is drawn from. */
export function packShotSpec(product: ProductRecord): PackShotSpec {
  const { form, material, tint } = product.packaging ?? { form: 'BOTTLE', material: 'WHITE_PLASTIC', tint: '#C9C2B8' };
  const [first] = product.variants;
  return {
    form,
    material,
    tint,
    brand: product.vendor,
    range: product.range ?? '',
    // A pack is labelled in one language wherever it is sold.
    title: product.title[0] ?? '',
    size: first ? sizeOf(product, first) : null,
    texture: product.texture ?? 'LOTION',
  };
}

function swatchSpec({ texture, packaging }: ProductRecord): TextureSwatchSpec | null {
  return texture && packaging ? { texture, tint: packaging.tint } : null;
}

/** The path of a drawing under a name, which says nothing but helps whoever reads it. */
export function pathOf(name: string, spec: PackShotSpec | TextureSwatchSpec | GroupSpec): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([DRAWING, spec]))
    .digest('hex')
    .slice(0, 12);
  return `${FOLDER}${encodeURIComponent(name)}-${hash}.svg`;
}
