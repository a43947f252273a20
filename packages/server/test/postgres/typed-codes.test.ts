import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DEMO_PROMOTIONS, seedPromotions } from '../../src/features/promotions/seed-promotions.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const APPLY = `mutation ($code: String!) { applyPromotionCode(code: $code) {
  cart { promotionCode } userErrors { code } } }`;

/** What people put into a field that is not for it. */
const TYPED = [
  'testa.mustermann@example.org',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '11010519491231002X',
  'Musterweg 7, Musterhausen',
  '莫晓雨',
];

describeEachDialect('What is typed as a promotion code', (open, dialect) => {
  let stores: TestStores;
  let shop: TestShop;
  beforeAll(async () => {
    stores = await open();
    // From the next connection on the server writes down every statement and its parameters.
    if (dialect === 'postgresql') {
      await onServer(stores.urls.mainUrl, async (client, database) => {
        await client.query(`alter database ${database} set log_min_duration_statement = 0`);
        await client.query(`alter database ${database} set log_error_verbosity = 'default'`);
      });
    }
    shop = await openShopOn(stores);
    await seedPromotions(stores.main.em.fork());
  });
  afterAll(() => shop.close());

  it('and is none reaches neither the database nor its log', async () => {
    const shopper = asShopper(shop.url);
    await shopper.add((await shelve(shop.shop)).variantId);
    const apply = async (code: string) => {
      const { data } = await shopper.ask<{
        applyPromotionCode: { cart: { promotionCode: string | null }; userErrors: { code: string }[] };
      }>(APPLY, { code });
      return data?.applyPromotionCode;
    };
    for (const code of TYPED) {
      expect((await apply(code))?.userErrors, code).toEqual([{ code: 'PROMOTION_UNKNOWN' }]);
    }
    expect((await apply('NO-SUCH-CODE'))?.userErrors).toEqual([{ code: 'PROMOTION_UNKNOWN' }]);
    const [{ code }] = DEMO_PROMOTIONS;
    expect(await apply(` ${code.toLowerCase()}`)).toEqual({ cart: { promotionCode: code }, userErrors: [] });

    // A server of the environment keeps its log where no test can read it.
    if (dialect === 'sqlite' || process.env.TEST_POSTGRES_URL) return;
    const log = await onServer(inject('postgresUrl').concat('/postgres'), async (client) => {
      const { rows } = await client.query<{ log: string }>(
        `select pg_read_file(current_setting('data_directory') || '/../log') as log`,
      );
      return rows[0]?.log ?? '';
    });
    expect(log).toContain('NO-SUCH-CODE');
    for (const text of TYPED) expect(log.includes(text.replace(/\s/g, '').toUpperCase()), text).toBe(false);
  });
});

async function onServer<Result>(url: string, work: (client: Client, database: string) => Promise<Result>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client, new URL(url).pathname.slice(1));
  } finally {
    await client.end();
  }
}
