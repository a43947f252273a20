import { mix, parseTint, tone } from './colour.ts';
import type { PackMaterial } from './pack-shot-spec.ts';
import { groundOf } from './studio.ts';

/** About the colour of a pack's middle. */
const BODY: Readonly<Record<PackMaterial, (tint: string) => string>> = {
  FROSTED_GLASS: (tint) => tone(tint, 0.84, 0.7),
  CLEAR_GLASS: (tint) => tone(tint, 0.78, 0.8),
  AMBER_GLASS: () => '#9a6636',
  ALUMINIUM: () => '#b3b2ae',
  PAPER_TUBE: (tint) => tone(tint, 0.7, 0.9),
  WHITE_PLASTIC: () => '#efece6',
};

/** Ranges share tints and materials, so there are few of them. */
const kept = new Map<string, string>();
const MOST_KEPT = 2_000;

/** What to show until a pack shot has come: its colours, blurred, as a data URL. */
export function packPlaceholder(material: PackMaterial, tint: string): string {
  const clean = parseTint(tint);
  return keep(`${material}${clean}`, () => blurred(BODY[material](clean), groundOf(clean)));
}

/** What to show until a texture swatch has come. */
export function swatchPlaceholder(tint: string): string {
  const clean = parseTint(tint);
  return keep(clean, () => blurred(mix(tone(clean, 0.8), '#ffffff', 0.2), groundOf(clean)));
}

function blurred(middle: string, edge: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg'><radialGradient id='a' cy='.58' r='.42'><stop stop-color='${middle}'/><stop offset='1' stop-color='${edge}'/></radialGradient><rect width='100%' height='100%' fill='url(#a)'/></svg>`;
  return `data:image/svg+xml,${svg.replace(/[#%<>]/g, encodeURIComponent)}`;
}

function keep(key: string, make: () => string): string {
  let value = kept.get(key);
  if (value === undefined) {
    value = make();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, value);
  }
  return value;
}
