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
import type { Studio } from './studio.ts';

/** What draws each form, with its shadow, on a set. */
export const FORMS: Record<PackForm, (studio: Studio, spec: PackShotSpec) => string> = {
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
