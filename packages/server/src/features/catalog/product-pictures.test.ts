import { expect, it } from 'vitest';
import { buildRecord } from '../../../test/catalog/build-record.ts';
import { drawnPicturesOf, servedPicturesOf } from './product-pictures.ts';

const PACKAGING = { form: 'JAR', material: 'FROSTED_GLASS', tint: '#C9C2B8' } as const;
const picture = (url: string) => ({ url, width: 800, height: 1000, alt: 'Shown elsewhere' });

it('A picture at another address is not shown: the product is drawn instead, so that no browser tells that host of a visit', () => {
  const product = { ...buildRecord(), packaging: PACKAGING, pictures: [picture('https://cdn.example.com/a.jpg')] };
  expect(servedPicturesOf(product)).toEqual([]);
  expect(drawnPicturesOf(product)?.packShot).toMatch(/^\/pictures\//);
  expect(drawnPicturesOf({ ...product, packaging: null })).toBeNull();
});

it("A picture of the site's own is shown, and nothing is drawn", () => {
  const product = { ...buildRecord(), packaging: PACKAGING, pictures: [picture('/pictures/own.webp')] };
  expect(servedPicturesOf(product)).toHaveLength(1);
  expect(drawnPicturesOf(product)).toBeNull();
});
