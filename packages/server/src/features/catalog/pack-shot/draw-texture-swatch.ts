import type { Texture } from '@barrier/schema/catalog/vocabulary.ts';
import { mix } from './colour.ts';
import type { TextureSwatchSpec } from './pack-shot-spec.ts';
import { frame, HEIGHT, openStudio, type Studio, WIDTH } from './studio.ts';
import { drawGel, drawLiquid, drawMilk, drawOil } from './swatch-fluids.ts';
import { drawFoam, drawMist, drawPowder } from './swatch-grains.ts';
import { drawCream, drawLotion, drawStickMark } from './swatch-smears.ts';
import { drawBalm, drawSheet } from './swatch-solids.ts';

const TEXTURES: Record<Texture, (studio: Studio) => string> = {
  GEL: drawGel,
  CREAM: drawCream,
  OIL: drawOil,
  FOAM: drawFoam,
  BALM: drawBalm,
  LOTION: drawLotion,
  LIQUID: drawLiquid,
  MILK: drawMilk,
  STICK: drawStickMark,
  MIST: drawMist,
  POWDER: drawPowder,
  SHEET: drawSheet,
};

/** Draws how a product looks out of its pack, from close by, as a standalone SVG document; throws a RangeError for a tint that is not `#RRGGBB`. */
export function drawTextureSwatch({ texture, tint }: TextureSwatchSpec): string {
  const studio = openStudio(JSON.stringify(['swatch', texture, tint]), tint);
  return frame(studio, texture.toLowerCase(), paintGround(studio) + TEXTURES[texture](studio));
}

/** The surface on which it lies, seen from above. */
function paintGround({ sketch, ground, shade }: Studio): string {
  const fall = sketch.linear(
    [0, 0],
    [WIDTH, HEIGHT],
    [
      [0, mix(ground, '#ffffff', 0.5)],
      [0.5, ground],
      [1, mix(ground, shade, 0.14)],
    ],
  );
  return `<path d="M0 0H${WIDTH}V${HEIGHT}H0Z" fill="${fall}"/>`;
}
