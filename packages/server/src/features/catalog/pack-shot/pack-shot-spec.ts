import type { Texture } from '@barrier/schema/catalog/vocabulary.ts';

/** The shapes of packaging that can be drawn. */
export type PackForm = 'DROPPER' | 'PUMP' | 'JAR' | 'TUBE' | 'STICK' | 'SPRAY' | 'SACHET' | 'BOTTLE' | 'TIN';

/** What the main vessel is made of; closures choose their own material to go with it. */
export type PackMaterial =
  | 'FROSTED_GLASS'
  | 'CLEAR_GLASS'
  | 'AMBER_GLASS'
  | 'ALUMINIUM'
  | 'PAPER_TUBE'
  | 'WHITE_PLASTIC';

/** All that a pack shot depends on: equal specs give equal drawings, byte for byte. */
export interface PackShotSpec {
  form: PackForm;
  material: PackMaterial;
  /** The product's colour as `#RRGGBB`; it tints contents, label accents and the studio backdrop. */
  tint: string;
  brand: string;
  range: string;
  title: string;
  /** The size as printed at the foot of the label, such as `30 ml`; null leaves it out. */
  size: string | null;
  /** How the product looks and flows: it colours what shows through glass. */
  texture: Texture;
}

/** What the picture of a group depends on. */
export interface GroupSpec {
  title: string;
  /** Up to three; the first gives the set its tint. */
  packs: readonly PackShotSpec[];
}

/** What a texture swatch depends on. */
export interface TextureSwatchSpec {
  texture: Texture;
  /** The product's colour as `#RRGGBB`. */
  tint: string;
}
