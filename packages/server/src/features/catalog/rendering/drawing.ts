import type { GroupSpec, PackShotSpec, TextureSwatchSpec } from '../pack-shot/pack-shot-spec.ts';

/** What is to be drawn: all that a picture depends on. */
export type Drawing =
  | { readonly kind: 'PACK'; readonly spec: PackShotSpec }
  | { readonly kind: 'GROUP'; readonly spec: GroupSpec }
  | { readonly kind: 'SWATCH'; readonly spec: TextureSwatchSpec };

/** A drawing with the hash that stands in its address and names its files. */
export interface NamedDrawing {
  readonly hash: string;
  readonly drawing: Drawing;
}

/** Draws it as a standalone SVG document; what draws is loaded when it is first needed. */
export async function draw(drawing: Drawing): Promise<string> {
  if (drawing.kind === 'PACK') {
    const { drawPackShot } = await import('../pack-shot/draw-pack-shot.ts');
    return drawPackShot(drawing.spec);
  }
  if (drawing.kind === 'GROUP') {
    const { drawGroup } = await import('../pack-shot/draw-group.ts');
    return drawGroup(drawing.spec);
  }
  const { drawTextureSwatch } = await import('../pack-shot/draw-texture-swatch.ts');
  return drawTextureSwatch(drawing.spec);
}
