import { expect, it } from 'vitest';
import { catalogueWriter, DEMO_FOLDER, openDemoCatalogue, openSnapshot } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { DESCRIPTION } from './catalogue-records.ts';
import { LANGUAGES, localeOf, MARKETS } from './locale.ts';
import { drawingFor, readPicturePath } from './product-pictures.ts';
import { ProductView } from './product-view.ts';
import { draw as drawSvg } from './rendering/drawing.ts';
import { seedDemoCatalogue } from './seed-demo-catalogue.ts';

describeEachDialect('The demo catalogue', (open) => {
  it('has about a hundred products and all that they refer to, each text in three languages, priced in four markets', async () => {
    const { catalogue } = await openDemoCatalogue((await open()).main);
    const products = catalogue.index.products.flatMap((product) => product ?? []);
    expect(products.length).toBeGreaterThanOrEqual(100);
    expect(catalogue.ingredients().length).toBeGreaterThanOrEqual(150);
    for (const product of products) {
      // A name may be the same in English and German.
      expect(product.title[2], product.slug).toMatch(/\p{Script=Han}/u);
      for (const text of [product.subtitle, product.warnings, product.batchNote, product.longTexts.all(DESCRIPTION)]) {
        expect(new Set(text).size, product.slug).toBe(LANGUAGES.length);
      }
      expect(
        product.priceFrom.every((price) => price !== null),
        product.slug,
      ).toBe(true);
      expect(product.manufacturer, product.slug).not.toBeNull();
      expect(
        product.responsiblePersons.map((person) => person?.market),
        product.slug,
      ).toEqual(['EU', 'GB', 'EU', 'CN']);
      expect(catalogue.collection(product.category ?? '')?.kind, product.slug).toBe('CATEGORY');
      for (const handle of product.collections) expect(catalogue.collection(handle)?.kind, handle).toBe('COLLECTION');
      for (const slug of product.ingredients) expect(catalogue.ingredient(slug), slug).toBeDefined();
    }
    for (const collection of catalogue.collections()) {
      expect(catalogue.index.countWith(collection.kind, collection.handle, 0), collection.handle).toBeGreaterThan(0);
      expect(collection.title[2], collection.handle).toMatch(/\p{Script=Han}|^\d+/u);
    }
  });

  it('changes nothing when seeded again', async () => {
    const writer = catalogueWriter((await open()).main);
    await seedDemoCatalogue(writer, DEMO_FOLDER);
    const { version } = await openSnapshot(writer);
    await seedDemoCatalogue(writer, DEMO_FOLDER);
    expect((await openSnapshot(writer)).version).toBe(version);
  });

  it('has a drawn picture and an explanation to show for every product, in every market and language', async () => {
    const { catalogue } = await openDemoCatalogue((await open()).main);
    for (const market of MARKETS) {
      for (const language of LANGUAGES) {
        for (const record of catalogue.index.products) {
          const view = record && new ProductView(record, localeOf(language, market), catalogue);
          expect(view?.pictures[0]?.url).toMatch(/^\/pictures\/[a-z0-9-]+-[0-9a-f]{12}\.svg$/);
          expect(view?.descriptionHtml).toMatch(/^<p>.+<\/p>$/s);
        }
      }
    }
    const [first] = catalogue.index.products;
    const [packShot, swatch] = first ? new ProductView(first, localeOf('EN', 'EU'), catalogue).pictures : [];
    const draw = async (path = '') => {
      const asked = readPicturePath(path);
      const named = asked && drawingFor(asked, (slug) => catalogue.product(slug));
      return named && drawSvg(named.drawing);
    };
    expect(await draw(packShot?.url)).toMatch(/^<svg/);
    expect(await draw(swatch?.url)).toMatch(/^<svg/);
    expect(await draw(packShot?.url.replace(/[0-9a-f](?=\.svg)/, (digit) => (digit === '0' ? '1' : '0')))).toBeNull();
    expect(await draw('/pictures/../secrets.json')).toBeNull();
  });
});
