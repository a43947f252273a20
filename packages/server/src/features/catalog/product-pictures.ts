import { createHash } from 'node:crypto';
import type { ProductRecord } from './catalogue-records.ts';
import { sizeOf } from './index/facet-values.ts';
import type { PackShotSpec, TextureSwatchSpec } from './pack-shot/pack-shot-spec.ts';

/** The size of drawn pictures, and of the frame that other pictures are shown in while their own size is not known. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 1500;

/** Part of each picture's name: raise it when the drawing changes, since browsers keep a picture for ever. */
const DRAWING = 1;

const FOLDER = '/pictures/';
const PATH = /^\/pictures\/([\w%.~-]+?)-([0-9a-f]{12})\.svg$/;

/** The paths of a product's drawn pictures; a swatch only if it has a texture. */
export interface DrawnPictures {
  readonly packShot: string;
  readonly swatch: string | null;
}

/**
 * The pictures of a product that the site itself serves. One at another address is kept for the export and not shown: to
 * fetch it, every visitor's browser would tell that host who looks at what (P2.3, P5.1).
 */
export function servedPicturesOf(product: ProductRecord): ProductRecord['pictures'] {
  return product.pictures.filter(({ url }) => url.startsWith('/'));
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

/**
 * The drawing at a path made by `drawnPicturesOf`, as an SVG document; null if there is none. A path holds a hash of
 * all that the drawing depends on, so what it answers never changes.
 * @param productAt finds a product by its slug.
 */
export async function pictureSvg(
  path: string,
  productAt: (slug: string) => ProductRecord | undefined,
): Promise<string | null> {
  const name = PATH.exec(path)?.[1];
  if (name === undefined) return null;
  const slug = decodeURIComponent(name);
  const shown = productAt(slug);
  if (shown && drawnPicturesOf(shown)?.packShot === path) {
    const { drawPackShot } = await import('./pack-shot/draw-pack-shot.ts');
    return drawPackShot(packShotSpec(shown));
  }
  const felt = productAt(slug.replace(/-texture$/, ''));
  const swatch = felt && swatchSpec(felt);
  if (!swatch || drawnPicturesOf(felt)?.swatch !== path) return null;
  const { drawTextureSwatch } = await import('./pack-shot/draw-texture-swatch.ts');
  return drawTextureSwatch(swatch);
}

function packShotSpec(product: ProductRecord): PackShotSpec {
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

function pathOf(name: string, spec: PackShotSpec | TextureSwatchSpec): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([DRAWING, spec]))
    .digest('hex')
    .slice(0, 12);
  return `${FOLDER}${encodeURIComponent(name)}-${hash}.svg`;
}
