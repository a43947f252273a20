import { expect, it } from 'vitest';
import { DEMO_FOLDER } from '../../../test/catalog/open-catalogue.ts';
import { generateCatalogue } from './generate-catalogue.ts';

it('Generated products are as many as asked for, all different, and the same every time', async () => {
  const drafts = await generateCatalogue(DEMO_FOLDER, 300, 7);
  expect(new Set(drafts.map(({ handle }) => handle)).size).toBe(300);
  expect(new Set(drafts.map(({ texts }) => JSON.stringify(texts?.title))).size).toBeGreaterThan(250);
  expect(await generateCatalogue(DEMO_FOLDER, 300, 7)).toEqual(drafts);
  expect(await generateCatalogue(DEMO_FOLDER, 300, 8)).not.toEqual(drafts);
});
