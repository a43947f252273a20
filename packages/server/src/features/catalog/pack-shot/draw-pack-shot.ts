import { FORMS } from './forms.ts';
import type { PackShotSpec } from './pack-shot-spec.ts';
import { frame, openStudio, paintBackdrop } from './studio.ts';

/** Draws the pack shot of a product as a standalone SVG document, the same for equal specs; throws a RangeError for a tint that is not `#RRGGBB`. */
export function drawPackShot(spec: PackShotSpec): string {
  const { form, material, tint, brand, range, title, size, texture } = spec;
  const studio = openStudio(JSON.stringify([form, material, tint, brand, range, title, size, texture]), tint);
  const content = paintBackdrop(studio) + FORMS[form](studio, spec);
  return frame(studio, `${brand} ${title}`, content);
}
