import type { Language } from '@barrier/schema/market/market.type.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPdf } from '../../src/features/orders/invoice/testing/read-pdf.ts';
import { sellerDayOf } from '../../src/features/orders/seller-day.ts';
import { DEMO_SELLER } from '../../src/features/seller/demo-seller.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { OTHER_SELLER, writeSellerFile } from '../shop/write-seller-file.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

/** A zone at the edge of the world that is on another day than the demo's at this moment. */
const ZONE =
  ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].find(
    (zone) => sellerDayOf(new Date(), zone) !== sellerDayOf(new Date(), DEMO_SELLER.timeZone),
  ) ?? '';

const { name, addressLines, representatives, register, vatId, vatIdIn, email, phone } = DEMO_SELLER;
const OF_THE_DEMO = [name, ...addressLines, ...representatives, register, vatId, ...Object.values(vatIdIn), phone];
const DEMO_WORDS = [...OF_THE_DEMO, email.service, email.safety, 'barrier.example'].map(String);

describeEachDialect('A shop with a seller of its own', (open) => {
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    test = await openShopOn(await open(), {}, { SELLER_FILE: writeSellerFile({ timeZone: ZONE }) });
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops' }));
  });
  afterAll(() => test.close());

  it('tells everybody who sells', async () => {
    const query = `{ seller { name addressLines country representatives register vatId
      vatRegistrations { country vatId } email safetyEmail withdrawalEmail privacyEmail phone timeZone demonstration } }`;
    const response = await fetch(`${test.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    const { vatIdIn: _numbers, email: _addresses, ...same } = OTHER_SELLER;
    expect(await response.json()).toEqual({
      data: {
        seller: {
          ...same,
          vatRegistrations: [{ country: 'GB', vatId: 'GB111111111' }],
          email: 'hallo@testhaus.example',
          safetyEmail: 'melden@testhaus.example',
          withdrawalEmail: 'hallo@testhaus.example',
          privacyEmail: 'hallo@testhaus.example',
          timeZone: ZONE,
          demonstration: false,
        },
      },
    });
  });

  it.each<[Language, string, string]>([
    ['EN', 'Represented by: Testina Beispiel, Probus Muster', 'Austria'],
    ['DE', 'Vertreten durch: Testina Beispiel, Probus Muster', 'Österreich'],
    ['ZH', '法定代表人：Testina Beispiel, Probus Muster', '奥地利'],
  ])(
    'states it on the invoice in %s, by its own calendar, and nothing of the demo',
    async (language, said, country) => {
      const before = sellerDayOf(new Date(), ZONE);
      const { shopper, token, input } = await buy(test, [variantId], buildOrderInput({ language }));
      await shopper.requestCode(token);
      await test.shop.jobs.runDue();
      const proof = (await shopper.prove(token, await readCode(test.url, input.email))) ?? '';
      const response = await fetch(`${test.url}/orders/invoice`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'order-proof': proof },
        body: JSON.stringify({ token }),
      });
      expect(response.status).toBe(200);
      const invoice = readPdf(Buffer.from(await response.arrayBuffer()));
      // Letters of two fonts are two pieces of text, and long lines are broken.
      const plain = (text: string) => text.replace(/\s+/g, '');
      const text = plain(invoice.pages.flat().join(''));
      const sender = [OTHER_SELLER.name, ...OTHER_SELLER.addressLines];
      for (const part of [
        sender.join(' · '),
        [...sender, country].join(''),
        OTHER_SELLER.register,
        said,
        OTHER_SELLER.vatId,
        OTHER_SELLER.email.service,
      ]) {
        expect(text).toContain(plain(part));
      }
      for (const word of DEMO_WORDS) expect(text + plain(invoice.source)).not.toContain(plain(word));
      const days = [before, sellerDayOf(new Date(), ZONE)].map((day) =>
        plain(
          new Intl.DateTimeFormat({ EN: 'en-IE', DE: 'de-DE', ZH: 'zh-CN' }[language], {
            dateStyle: 'long',
            timeZone: 'UTC',
          }).format(new Date(day)),
        ),
      );
      expect(days.some((day) => text.includes(day))).toBe(true);
    },
  );

  it('numbers invoices in the years of its time zone', () => {
    expect(test.shop.payments.sellerTimeZone).toBe(ZONE);
  });
});
