import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { findTraces } from '../shop/find-traces.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode } from '../shop/read-mailbox.ts';
import { readRows } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const EMAIL = 'wilhelmine.quirrelmann@example.com';
const PHONE = '+493023125417';

/** Everything personal in the order, whole and in the parts that would still tell who it is. */
const PERSONAL = [
  ...['Wilhelmine Quirrelmann', 'Quirrelmann', EMAIL, 'wilhelmine.quirrelmann'],
  ...['Krähenwinkelgasse 77', 'Krähenwinkelgasse', 'Gartenhaus Lindenblick', 'Quittenhausen'],
  ...[PHONE, '3023125417', '+49 30 23125 417'],
];

describeEachDialect('After a guest has ordered, paid, been mailed and followed the order', (open, dialect) => {
  let stores: TestStores;
  let test: TestShop;
  let bought: Bought;
  let said = '';
  beforeAll(async () => {
    const listen = (...chunks: unknown[]) => {
      said += chunks
        .map((chunk) => (chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : inspect(chunk)))
        .join();
      return true;
    };
    const spies = [
      ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(listen)),
      ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((level) =>
        vi.spyOn(console, level).mockImplementation(listen),
      ),
    ];
    stores = await open();
    test = await openShopOn(stores);
    const { variantId } = await shelve(test.shop);
    bought = await buy(
      test,
      [variantId],
      buildOrderInput({
        email: EMAIL,
        recipientName: 'Wilhelmine Quirrelmann',
        phone: '+49 30 23125 417',
        shippingOptionId: 'express',
        language: 'DE',
        address: {
          addressLine1: 'Krähenwinkelgasse 77',
          addressLine2: 'Gartenhaus Lindenblick',
          city: 'Quittenhausen',
        },
      }),
    );
    await bought.shopper.requestCode(bought.token);
    await test.shop.jobs.runDue();
    const proof = await bought.shopper.prove(bought.token, await readCode(test.url, EMAIL));
    const shown = await bought.shopper.follow(bought.token, proof ?? '');
    // What was looked for below is what the guest sees here.
    expect(JSON.stringify(shown)).toContain('Krähenwinkelgasse 77');
    expect(shown.phone?.text).toBe(PHONE);
    const invoice = await fetch(`${test.url}/orders/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'order-proof': proof ?? '' },
      body: JSON.stringify({ token: bought.token }),
    });
    expect(invoice.status).toBe(200);
    for (const spy of spies) spy.mockRestore();
  });
  afterAll(() => test.close());

  it('no file in the data folder holds any of it, in whatever encoding', () => {
    const files = readdirSync(stores.dataDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const names = files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['keyring.json', 'secrets.json', 'sandbox-institution.db']));
    if (dialect === 'sqlite')
      expect(names).toEqual(expect.arrayContaining(['main.db', 'main.db-wal', 'keys.db', 'log.db']));
    const found = files.flatMap(({ parentPath, name }) =>
      findTraces(readFileSync(join(parentPath, name)), PERSONAL).map((trace) => `${name}: ${trace}`),
    );
    expect(found).toEqual([]);
  });

  it('no row of the three stores holds any of it, in whatever encoding', async () => {
    const number = Buffer.from(bought.placed.order.number);
    let seen = 0;
    for (const store of [stores.main, stores.keys, stores.log]) {
      for (const { table, columns } of await readRows(store)) {
        for (const [column, value] of Object.entries(columns)) {
          const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(textOf(value), 'utf8');
          expect(findTraces(bytes, PERSONAL), `${table}.${column}`).toEqual([]);
          if (bytes.equals(number)) seen += 1;
        }
      }
    }
    // The search would have found it: what is not personal is there.
    expect(seen).toBe(1);
  });

  it('nothing that was logged or printed holds any of it', () => {
    const output = test.logged() + said;
    expect(output).toContain('"route":"/graphql"');
    expect(findTraces(Buffer.from(output), PERSONAL)).toEqual([]);
    // Nor what would open it.
    expect(output).not.toContain(bought.token);
  });

  it('the payment institution was told neither who bought nor what', async () => {
    await test.close();
    const files = readdirSync(stores.dataDir).filter((name) => name.startsWith('sandbox-institution'));
    const told = Buffer.concat(files.map((name) => readFileSync(join(stores.dataDir, name))));
    expect(told.includes('EUR')).toBe(true);
    expect(findTraces(told, [...PERSONAL, 'Calm Drops', bought.placed.order.number, bought.token])).toEqual([]);
  });
});

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
