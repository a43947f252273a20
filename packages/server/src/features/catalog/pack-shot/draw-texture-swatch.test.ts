import type { Texture } from '@barrier/schema/catalog/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import { drawTextureSwatch } from './draw-texture-swatch.ts';
import { readElements } from './svg-elements.ts';

const TEXTURES: Texture[] = [
  'GEL',
  'CREAM',
  'OIL',
  'FOAM',
  'BALM',
  'LOTION',
  'LIQUID',
  'MILK',
  'STICK',
  'MIST',
  'POWDER',
  'SHEET',
];

describe('a texture swatch', () => {
  it.each(TEXTURES)('of a %s is well formed, whole and small', (texture) => {
    const svg = drawTextureSwatch({ texture, tint: '#d9a58a' });
    const elements = readElements(svg);
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    const references = [...svg.matchAll(/(?:url\(#|href="#)([^")]+)/g)].map(([, id]) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(Buffer.byteLength(svg)).toBeLessThan(12_000);
  });

  it('is the same each time it is drawn', () => {
    for (const texture of TEXTURES) {
      expect(drawTextureSwatch({ texture, tint: '#9db8a0' })).toBe(drawTextureSwatch({ texture, tint: '#9db8a0' }));
    }
  });

  it('looks like no other texture', () => {
    expect(new Set(TEXTURES.map((texture) => drawTextureSwatch({ texture, tint: '#9db8a0' }))).size).toBe(12);
  });

  it('shares no id with that of another tint', () => {
    const ids = (tint: string): string[] =>
      readElements(drawTextureSwatch({ texture: 'OIL', tint })).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids('#9db8a0').filter((id) => ids('#9db8a1').includes(id))).toEqual([]);
  });

  it('refuses a tint that is not a colour in full', () => {
    expect(() => drawTextureSwatch({ texture: 'GEL', tint: 'teal' })).toThrow('PACK_SHOT_TINT');
  });
});
