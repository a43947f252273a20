import { describe, expect, it } from 'vitest';
import { drawGroup } from './draw-group.ts';
import type { PackForm, PackShotSpec } from './pack-shot-spec.ts';
import { readElements } from './svg-elements.ts';

const pack = (form: PackForm, title: string): PackShotSpec => ({
  form,
  material: 'AMBER_GLASS',
  tint: '#9DB8A0',
  brand: 'Barrier',
  range: 'Restore',
  title,
  size: '30 ml',
  texture: 'GEL',
});

describe('The picture of a group', () => {
  it.each([
    [['JAR']],
    [['DROPPER', 'JAR']],
    [['TIN', 'PUMP', 'STICK']],
    [['SACHET', 'SPRAY', 'TUBE']],
  ] as PackForm[][][])('of %j is well formed and has every product in it', (forms) => {
    const svg = drawGroup({ title: 'Serums', packs: forms.map((form) => pack(form, `The ${form.toLowerCase()}`)) });
    const elements = readElements(svg);
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(elements[0]?.attributes.get('viewBox')).toBe('0 0 1600 1200');
    expect(new Set(ids).size).toBe(ids.length);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    for (const [, id = ''] of svg.matchAll(/(?:url\(|href=")#([^)"]+)/g)) expect(ids).toContain(id);
    for (const form of forms) expect(svg.toLowerCase()).toContain(form.toLowerCase());
  });

  it('refuses a tint that is none', () => {
    const packs = [pack('JAR', 'One'), { ...pack('PUMP', 'Two'), tint: '"><script>' }];
    expect(() => drawGroup({ title: 'Serums', packs })).toThrow(RangeError);
  });
});
