import { paintFrosted } from './frosted.ts';
import { type Filling, type Painted, paintGlass } from './glass.ts';
import { inkOn, type LabelField, paintLabel, wearsPaper } from './label.ts';
import type { Lathe } from './lathe.ts';
import { paintAluminium, paintCard, paintPlastic } from './opaque.ts';
import type { PackMaterial, PackShotSpec } from './pack-shot-spec.ts';
import type { Studio } from './studio.ts';

/** Paints a turned body in its material. */
function paintVessel(studio: Studio, lathe: Lathe, material: PackMaterial, filling: Filling): Painted {
  switch (material) {
    case 'CLEAR_GLASS':
    case 'AMBER_GLASS':
      return paintGlass(studio, lathe, material, filling);
    case 'FROSTED_GLASS':
      return paintFrosted(studio, lathe, filling);
    case 'ALUMINIUM':
      return paintAluminium(studio, lathe);
    case 'WHITE_PLASTIC':
      return paintPlastic(studio, lathe);
    case 'PAPER_TUBE':
      return paintCard(studio, lathe);
  }
}

/** The colour of the light that a vessel lets through to the floor; undefined when it lets none. */
export function glowOf(material: PackMaterial, { contents }: Filling): string | undefined {
  if (material === 'AMBER_GLASS') return '#c8742a';
  if (material === 'CLEAR_GLASS') return contents.colour;
  return undefined;
}

/** Paints a turned body with its label: the material, the words on it, and the light over both. */
export function paintDressed(
  studio: Studio,
  spec: PackShotSpec,
  lathe: Lathe,
  filling: Filling,
  field: Pick<LabelField, 'top' | 'bottom' | 'half'>,
): string {
  const { under, over } = paintVessel(studio, lathe, spec.material, filling);
  const { cx, radius, squash } = lathe;
  const paper = wearsPaper(spec.material);
  return (
    under + paintLabel(studio, spec, { ...field, cx, radius, squash, paper, ink: inkOn(studio, spec.material) }) + over
  );
}
