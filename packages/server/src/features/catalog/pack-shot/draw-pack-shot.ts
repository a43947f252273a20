import { drawBottle } from './form-bottle.ts';
import { drawDropper } from './form-dropper.ts';
import { drawJar } from './form-jar.ts';
import { drawPump } from './form-pump.ts';
import { drawSachet } from './form-sachet.ts';
import { drawSpray } from './form-spray.ts';
import { drawStick } from './form-stick.ts';
import { drawTin } from './form-tin.ts';
import { drawTube } from './form-tube.ts';
import type { PackForm, PackShotSpec } from './pack-shot-spec.ts';
import { frame, openStudio, paintBackdrop, type Studio } from './studio.ts';

const FORMS: Record<PackForm, (studio: Studio, spec: PackShotSpec) => string> = {
  DROPPER: drawDropper,
  PUMP: drawPump,
  JAR: drawJar,
  TUBE: drawTube,
  STICK: drawStick,
  SPRAY: drawSpray,
  SACHET: drawSachet,
  BOTTLE: drawBottle,
  TIN: drawTin,
};

/** Draws the pack shot of a product as a standalone SVG document, the same for equal specs; throws a RangeError for a tint that is not `#RRGGBB`. */
export function drawPackShot(spec: PackShotSpec): string {
  const { form, material, tint, brand, range, title, size, texture } = spec;
  const studio = openStudio(JSON.stringify([form, material, tint, brand, range, title, size, texture]), tint);
  const content = paintBackdrop(studio) + FORMS[form](studio, spec);
  return frame(studio, `${brand} ${title}`, content);
}
