import type { Company } from '../product.entity.ts';
import type { VariantData } from '../product-draft.ts';
import type { StoredProduct } from '../store-products.ts';
import { localised, sorted, withoutEmpty } from './output-shape.ts';

/** A product as a line of our own JSON Lines format; what is empty is left out. */
export function productToJson({ handle, data }: StoredProduct): string {
  const { texts } = data;
  return JSON.stringify(
    withoutEmpty({
      handle,
      status: data.status === 'ACTIVE' ? undefined : data.status,
      title: localised(texts.title),
      subtitle: localised(texts.subtitle),
      description: localised(texts.descriptionHtml),
      directions: localised(texts.directions),
      warnings: localised(texts.warnings),
      manufacturer: data.manufacturer && company(data.manufacturer),
      responsiblePersons: sorted(
        Object.fromEntries(Object.entries(data.responsiblePersons).map(([market, one]) => [market, company(one)])),
      ),
      countryOfOrigin: data.countryOfOrigin,
      batchNote: localised(texts.batchNote),
      vendor: data.vendor,
      range: data.range,
      category: data.category,
      collections: data.collections,
      skinTypes: data.skinTypes,
      concerns: data.concerns,
      texture: data.texture,
      freeFrom: data.freeFrom,
      useTimes: data.useTimes,
      periodAfterOpeningMonths: data.periodAfterOpeningMonths,
      ingredients: data.ingredients,
      tags: data.tags,
      packaging: data.packaging && {
        form: data.packaging.form,
        material: data.packaging.material,
        tint: data.packaging.tint,
      },
      pictures: data.pictures.map(({ url, width, height, alt }) => withoutEmpty({ url, width, height, alt })),
      options: data.options.map(({ name }) => ({ name: localised(name) })),
      variants: data.variants.map(variant),
      sourceFields: sorted(data.sourceFields),
    }),
  );
}

/** In this order, whatever that of the database is. */
function company({ name, address, country, contact }: Company): Company {
  return { name, address, country, contact };
}

function variant(data: VariantData): Record<string, unknown> {
  return {
    ...withoutEmpty({
      sku: data.sku,
      barcode: data.barcode,
      optionValues: data.optionValues.map((value) => (typeof value === 'string' ? value : localised(value))),
      content: data.contentAmount && data.contentUnit ? { amount: data.contentAmount, unit: data.contentUnit } : null,
      prices: sorted(data.prices),
      compareAtPrices: sorted(data.compareAtPrices),
    }),
    stock: data.stock,
    ...(data.stockTracked ? {} : { stockTracked: false }),
    ...withoutEmpty({ weightGrams: data.weightGrams, sourceFields: sorted(data.sourceFields) }),
  };
}
