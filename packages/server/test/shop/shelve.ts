import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Shop } from '../../src/app/shop.ts';
import { Product } from '../../src/features/catalog/product.entity.ts';
import { Variant } from '../../src/features/catalog/variant.entity.ts';

/** A product in one size on the shelf of a test. */
export interface Shelved {
  readonly productId: string;
  readonly variantId: string;
  readonly handle: string;
  readonly sku: string;
  readonly title: string;
}

/** What a test says of a product. */
export interface ShelfOptions {
  readonly units?: number;
  /** Minor units, the same in every currency. */
  readonly price?: number;
  readonly title?: string;
}

/** The part of a shop that a product is put on the shelf of. */
interface Shelf {
  readonly core: { readonly stores: Pick<Shop['core']['stores'], 'main'> };
  readonly catalogue: { refresh(): Promise<unknown> };
}

const YEAR_MS = 365 * 86_400_000;
let products = 0;

/** Puts a product on the shelf of a running shop, as an import a year ago would have. */
export async function shelve({ core, catalogue }: Shelf, options: ShelfOptions = {}): Promise<Shelved> {
  products += 1;
  const { units = 1_000, price = 2_900, title = `Calm Drops ${products}` } = options;
  const createdAt = new Date(Date.now() - YEAR_MS);
  const handle = `calm-drops-of-a-test-${products}`;
  const sku = `TEST-SKU-${String(products).padStart(6, '0')}`;
  const prices: Record<CurrencyCode, number> = { EUR: price, GBP: price, USD: price, CNY: price };
  // In one transaction: whoever sees the new version must find what it is about.
  const ids = await core.stores.main.em.fork().transactional(async (em) => {
    await em.execute(
      'insert into catalogue_state (id, version) values (1, 1) on conflict (id) do update set version = catalogue_state.version + 1',
      [],
      'run',
    );
    const [state] = await em.execute<{ version: number }[]>('select version from catalogue_state');
    const product = em.create(Product, {
      id: uuidv7({ msecs: createdAt.getTime() }),
      handle,
      status: 'ACTIVE',
      vendor: 'Barrier',
      texts: { title: { EN: title } },
      skinTypes: [],
      concerns: [],
      freeFrom: [],
      useTimes: [],
      collections: [],
      ingredients: [],
      tags: [],
      options: [],
      pictures: [],
      sourceFields: {},
      createdAt,
      catalogueVersion: state?.version ?? 1,
    });
    const variant = em.create(Variant, {
      id: uuidv7({ msecs: createdAt.getTime() }),
      product,
      position: 0,
      sku,
      optionValues: ['30 ml'],
      prices,
      compareAtPrices: {},
      stock: units,
      stockTracked: true,
      sourceFields: {},
    });
    return { productId: product.id, variantId: variant.id };
  });
  await catalogue.refresh();
  return { ...ids, handle, sku, title };
}
