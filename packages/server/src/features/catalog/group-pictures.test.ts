import { expect, it } from 'vitest';
import { buildRecord } from '../../../test/catalog/build-record.ts';
import type { CollectionRecord, ProductRecord } from './catalogue-records.ts';
import { groupDrawingFor, groupPictureOf } from './group-pictures.ts';
import type { PackForm } from './pack-shot/pack-shot-spec.ts';
import { readPicturePath } from './product-pictures.ts';

const product = (slug: string, form: PackForm | null): ProductRecord => ({
  ...buildRecord(),
  slug,
  title: [slug, slug, slug],
  collections: ['calm'],
  packaging: form && { form, material: 'FROSTED_GLASS', tint: '#C9C2B8' },
  drawn: undefined,
});
const collection = (handle: string): CollectionRecord | undefined =>
  handle === 'calm'
    ? { handle, kind: 'COLLECTION', position: 1, title: ['Calm', 'Ruhe', '舒缓'], description: ['', '', ''] }
    : undefined;
const source = (...products: ProductRecord[]) => ({ version: 1, index: { products }, collection });
const titlesOf = (from: ReturnType<typeof source>) =>
  groupPictureOf(from, 'calm')?.spec.packs.map(({ title }) => title);

it('A group shows three of its products, of different forms where it has such', () => {
  const jars = ['jar-1', 'jar-2', 'jar-3'].map((slug) => product(slug, 'JAR'));
  expect(titlesOf(source(product('set', 'TIN'), ...jars, product('pump', 'PUMP')))).toEqual(['jar-1', 'pump', 'jar-2']);
  expect(titlesOf(source(product('set', 'TIN'), product('jar', 'JAR')))).toEqual(['jar', 'set']);
});

it('A group of products of which none is drawn has no picture', () => {
  expect(groupPictureOf(source(product('unknown', null)), 'calm')).toBeNull();
});

it('The path of a group finds its drawing until its products change', () => {
  const before = source(product('jar', 'JAR'));
  const asked = readPicturePath(groupPictureOf(before, 'calm')?.url ?? '');
  if (!asked) throw new Error('It has no path.');
  expect(groupDrawingFor(asked, before)?.drawing.kind).toBe('GROUP');
  before.index.products.push(product('pump', 'PUMP'));
  expect(groupDrawingFor(asked, { ...before, version: 2 })).toBeNull();
});
