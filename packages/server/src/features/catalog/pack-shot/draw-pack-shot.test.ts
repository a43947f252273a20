import { describe, expect, it } from 'vitest';
import { drawPackShot } from './draw-pack-shot.ts';
import type { PackForm, PackMaterial, PackShotSpec } from './pack-shot-spec.ts';
import { readElements, type SvgElement } from './svg-elements.ts';

const FORMS: PackForm[] = ['DROPPER', 'PUMP', 'JAR', 'TUBE', 'STICK', 'SPRAY', 'SACHET', 'BOTTLE', 'TIN'];
const MATERIALS: PackMaterial[] = [
  'FROSTED_GLASS',
  'CLEAR_GLASS',
  'AMBER_GLASS',
  'ALUMINIUM',
  'PAPER_TUBE',
  'WHITE_PLASTIC',
];
const MOST_BYTES = 17_000;

const buildSpec = (overrides: Partial<PackShotSpec> = {}): PackShotSpec => ({
  form: 'DROPPER',
  material: 'AMBER_GLASS',
  tint: '#9db8a0',
  brand: 'Barrier',
  range: 'Restore',
  title: 'Ceramide Night Serum',
  size: '30 ml',
  texture: 'GEL',
  ...overrides,
});

const idsOf = (elements: SvgElement[]): string[] => elements.flatMap(({ attributes }) => attributes.get('id') ?? []);

const referencesOf = (elements: SvgElement[]): string[] =>
  elements.flatMap(({ attributes }) =>
    [...attributes].flatMap(([name, value]) =>
      name === 'href' ? [value.slice(1)] : [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id),
    ),
  );

const wordsOf = (elements: SvgElement[]): string[] =>
  elements.filter(({ name }) => name === 'tspan').map(({ text }) => text);

describe('a pack shot', () => {
  const combinations = FORMS.flatMap((form) => MATERIALS.map((material) => [form, material] as const));

  it.each(combinations)('of a %s in %s is well formed, whole and small', (form, material) => {
    for (const texture of ['GEL', 'CREAM', 'OIL', 'LIQUID'] as const) {
      const svg = drawPackShot(buildSpec({ form, material, texture }));
      const elements = readElements(svg);
      const ids = idsOf(elements);
      expect(elements[0]?.name).toBe('svg');
      expect(elements[0]?.attributes.get('viewBox')).toBe('0 0 1200 1500');
      expect(new Set(ids).size).toBe(ids.length);
      expect(referencesOf(elements).filter((id) => !ids.includes(id))).toEqual([]);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(Buffer.byteLength(svg)).toBeLessThan(MOST_BYTES);
    }
  });

  it('is the same each time it is drawn, and another for another spec', () => {
    expect(drawPackShot(buildSpec())).toBe(drawPackShot(buildSpec()));
    expect(drawPackShot(buildSpec())).not.toBe(drawPackShot(buildSpec({ tint: '#9db8a1' })));
  });

  it('shares no id with that of another spec, so that both can stand inline in a page', () => {
    const first = idsOf(readElements(drawPackShot(buildSpec())));
    const second = idsOf(readElements(drawPackShot(buildSpec({ size: '50 ml' }))));
    expect(first.filter((id) => second.includes(id))).toEqual([]);
  });

  it('carries brand, range, title and size on its label and the first and third in its name', () => {
    const elements = readElements(drawPackShot(buildSpec()));
    expect(wordsOf(elements)).toEqual(['BARRIER', 'Restore', 'Ceramide', 'Night Serum', '30 ml']);
    expect(elements.find(({ name }) => name === 'title')?.text).toBe('Barrier Ceramide Night Serum');
  });

  it('leaves out the size where there is none', () => {
    const words = wordsOf(readElements(drawPackShot(buildSpec({ size: null }))));
    expect(words).toEqual(['BARRIER', 'Restore', 'Ceramide', 'Night Serum']);
  });

  it.each([
    '<script>alert(1)</script>',
    '"><image href="http://example.com/x"/>',
    `Rose & Clay's "Best" </text></svg>`,
    'Null\u0000 bell\u0007 half \ud83d pair \uffff',
    ']]><!--',
  ])('keeps a hostile title %j as mere text', (title) => {
    const svg = drawPackShot(buildSpec({ title, brand: title, range: title, size: title, form: 'SACHET' }));
    const plain = drawPackShot(buildSpec({ form: 'SACHET' }));
    const names = (source: string): Set<string> => new Set(readElements(source).map(({ name }) => name));
    expect(names(svg)).toEqual(names(plain));
    expect(svg).not.toMatch(/<script|<image|example\.com"/);
  });

  it.each(['red', '#fff', '#12345g', 'url(#x)', '"/><script>'])('refuses %j as a tint', (tint) => {
    expect(() => drawPackShot(buildSpec({ tint }))).toThrow(RangeError);
  });

  it('draws with any colour there is as tint', () => {
    for (const tint of ['#000000', '#FFFFFF', '#ff0000', '#00ff00', '#0000ff']) {
      expect(() => readElements(drawPackShot(buildSpec({ tint, material: 'CLEAR_GLASS' })))).not.toThrow();
    }
  });
});
