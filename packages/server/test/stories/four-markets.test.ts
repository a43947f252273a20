import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../../src/features/orders/invoice/testing/read-pdf.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput, type OrderInputOverrides } from '../shop/build-order-input.ts';
import { buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

/** A purchase as it goes in one country. */
interface Purchase {
  readonly country: string;
  readonly input: OrderInputOverrides;
  readonly shippingTitle: string;
  readonly currency: string;
  /** Minor units. */
  readonly shipping: number;
  readonly tax: number;
  readonly taxRate: number;
  /** The address as it is written on a parcel there, without the name. */
  readonly label: string;
  readonly mailSubject: RegExp;
  readonly invoiceSays: string;
  /** Inputs that this country does not take, and what is said about them. */
  readonly refused: readonly (readonly [OrderInputOverrides, string])[];
}

const PRICE = 2_900;

const PURCHASES: readonly Purchase[] = [
  {
    country: 'DE',
    input: {
      language: 'DE',
      address: { countryCode: 'DE', addressLine1: 'Musterweg 1', postalCode: '10115', city: 'Musterhausen' },
    },
    shippingTitle: 'Standardversand',
    currency: 'EUR',
    shipping: 490,
    tax: 541,
    taxRate: 1_900,
    label: 'Musterweg 1\n10115 Musterhausen',
    mailSubject: /^Ihre Bestellung BR-\w{4}-\w{4} ist bezahlt$/,
    invoiceSays: 'Rechnung',
    refused: [
      [{ address: { postalCode: '1011' } }, 'INVALID_POSTAL_CODE address.postalCode'],
      [{ address: { city: '' } }, 'REQUIRED address.city'],
      [{ phone: '+49 30 23125 417' }, 'PHONE_NOT_NEEDED phone'],
      [{ shippingOptionId: 'express' }, 'REQUIRED phone'],
      [{ shippingOptionId: 'by-drone' }, 'SHIPPING_UNKNOWN shippingOptionId'],
    ],
  },
  {
    country: 'GB',
    input: {
      language: 'EN',
      address: { countryCode: 'GB', addressLine1: '1 Sample Lane', postalCode: 'ze99 9xx', city: 'Testbury' },
    },
    shippingTitle: 'Standard delivery',
    currency: 'GBP',
    shipping: 395,
    tax: 549,
    taxRate: 2_000,
    label: '1 Sample Lane\nTESTBURY\nZE99 9XX',
    mailSubject: /BR-\w{4}-\w{4}/,
    invoiceSays: 'Invoice',
    refused: [
      [{ address: { postalCode: '12345' } }, 'INVALID_POSTAL_CODE address.postalCode'],
      [{ address: { administrativeArea: 'Testshire' } }, 'NOT_USED address.administrativeArea'],
    ],
  },
  {
    country: 'US',
    input: {
      language: 'EN',
      shippingOptionId: 'express',
      phone: '(201) 555-0123',
      address: {
        countryCode: 'US',
        addressLine1: '1 Sample Street',
        postalCode: '94105',
        city: 'Sampleton',
        administrativeArea: 'California',
      },
    },
    shippingTitle: 'Express delivery',
    currency: 'USD',
    shipping: 1_495,
    tax: 0,
    taxRate: 0,
    label: '1 Sample Street\nSAMPLETON, CA 94105',
    mailSubject: /BR-\w{4}-\w{4}/,
    invoiceSays: 'Invoice',
    refused: [
      [{ address: { administrativeArea: 'Atlantis' } }, 'INVALID_STATE address.administrativeArea'],
      [{ address: { postalCode: '10001' } }, 'POSTAL_CODE_STATE_MISMATCH address.postalCode'],
      [{ phone: '' }, 'REQUIRED phone'],
    ],
  },
  {
    country: 'CN',
    input: {
      language: 'ZH',
      recipientName: '测试',
      phone: '138 0013 8000',
      address: {
        countryCode: 'CN',
        addressLine1: '样例路1号',
        postalCode: '200000',
        city: '上海市',
        dependentLocality: '浦东新区',
        administrativeArea: '上海市',
      },
    },
    shippingTitle: '标准配送',
    currency: 'CNY',
    shipping: 1_200,
    tax: 472,
    taxRate: 1_300,
    label: '样例路1号',
    mailSubject: /BR-\w{4}-\w{4}/,
    invoiceSays: '发票',
    refused: [
      [{ phone: '' }, 'REQUIRED phone'],
      [{ phone: '12345' }, 'INVALID_PHONE phone'],
      [{ address: { postalCode: '2000' } }, 'INVALID_POSTAL_CODE address.postalCode'],
    ],
  },
];

describeEachDialect('A guest buys', (open) => {
  let stores: TestStores;
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops', price: PRICE }));
  });
  afterAll(() => test.close());

  it.each(PURCHASES)(
    'in $country: address, phone, currency, tax, mail and invoice as they are there',
    async (purchase) => {
      const { country, input: said, currency, shipping, tax, taxRate } = purchase;
      const input = buildOrderInput(said);
      const bought = await buy(test, [variantId], input);

      expect(bought.placed.order).toMatchObject({
        countryCode: country,
        shippingTitle: purchase.shippingTitle,
        subtotal: { amount: PRICE, currency },
        shipping: { amount: shipping, currency },
        includedTax: { amount: tax, currency },
        total: { amount: PRICE + shipping, currency },
        taxRate,
        address: { access: 'REVEALED', countryCode: country },
      });
      expect(bought.placed.order.address.text).toContain(purchase.label);
      expect(new URL(bought.placed.paymentUrl ?? '').hostname).toBe('127.0.0.1');
      const [confirmation] = await readMailbox(test.url, input.email);
      expect(confirmation?.subject).toMatch(purchase.mailSubject);
      expect(confirmation?.html).toContain(`lang="${{ DE: 'de', EN: 'en', ZH: 'zh' }[input.language]}`);

      await bought.shopper.requestCode(bought.token);
      await test.shop.jobs.runDue();
      const proof = (await bought.shopper.prove(bought.token, await readCode(test.url, input.email))) ?? '';
      const response = await fetch(`${test.url}/orders/invoice`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'order-proof': proof },
        body: JSON.stringify({ token: bought.token }),
      });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const [stored] = await stores.main.em
        .getConnection()
        .execute<{ invoice_number: string }[]>('select invoice_number from placed_order where number = ?', [
          bought.placed.order.number,
        ]);
      const invoiceNumber = stored?.invoice_number ?? '';
      expect(invoiceNumber).toMatch(/^\d{4}-00000\d$/);
      expect(response.headers.get('content-disposition')).toContain(`"invoice-${invoiceNumber}.pdf"`);
      const invoice = readPdf(Buffer.from(await response.arrayBuffer()))
        .pages.flat()
        .join(' ');
      const { number } = bought.placed.order;
      for (const text of [purchase.invoiceSays, invoiceNumber, number, input.recipientName, 'Calm Drops']) {
        expect(invoice).toContain(text);
      }
      expect(await readNumber(stores.main, `select net + tax from tax_ledger where country_code = '${country}'`)).toBe(
        PRICE + shipping,
      );
      expect(await readNumber(stores.main, `select tax from tax_ledger where country_code = '${country}'`)).toBe(tax);
    },
  );

  it.each(PURCHASES)(
    'in $country only with what a parcel there needs, and is told what is wrong',
    async ({ input, refused }) => {
      const shopper = asShopper(test.url);
      await shopper.add(variantId);
      for (const [change, expected] of refused) {
        const wrong = { ...input, ...change, address: { ...input.address, ...change.address } };
        const { order, userErrors } = await shopper.place(buildOrderInput(wrong));
        expect(order).toBeNull();
        expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([expected]);
      }
      expect((await shopper.place(buildOrderInput(input))).userErrors).toEqual([]);
    },
  );

  it('nowhere else', async () => {
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    for (const countryCode of ['CH', 'ZZ', 'Germany', '']) {
      const { order, userErrors } = await shopper.place(buildOrderInput({ address: { countryCode } }));
      expect(order).toBeNull();
      expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(
        'UNSUPPORTED_COUNTRY address.countryCode',
      );
    }
  });
});
