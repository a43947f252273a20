import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { isInputObjectType, isNonNullType, isScalarType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeSchema } from '../../src/app/graphql/build-schema.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { findTraces } from '../shop/find-traces.ts';
import { letJobsRest } from '../shop/let-jobs-rest.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { countRows } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

/** Test numbers of schemes and authorities; none was ever given to a person. */
const CARD = '4242 4242 4242 4242';
const IDENTITY = '11010519491231002X';

/** Every text of the input, by the schema, so that a field that comes later is tried as well. */
const TEXTS = textsOf('PlaceOrderInput');

describeEachDialect('A card or identity number in an order', (open) => {
  let stores: TestStores;
  let test: TestShop;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
  });
  afterAll(() => test.close());

  it('is refused in whatever text it stands, naming the field; nothing is stored or logged', async () => {
    expect(TEXTS.map((path) => path.join('.'))).toEqual(
      expect.arrayContaining(['email', 'recipientName', 'phone', 'address.addressLine1', 'address.postalCode']),
    );
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    await letJobsRest(test.shop);
    const before = await countRows(stores);
    for (const path of TEXTS) {
      for (const [code, number] of [
        ['PAYMENT_CARD_REFUSED', CARD],
        ['PAYMENT_CARD_REFUSED', `${CARD.replaceAll(' ', '')}@example.com`],
        ['PAYMENT_CARD_REFUSED', 'Karte ４２４２-４２４２-４２４２-４２４２'],
        ['NATIONAL_ID_REFUSED', IDENTITY],
        ['NATIONAL_ID_REFUSED', `Musterweg 1, 身份证 ${IDENTITY}`],
      ] as const) {
        const { body, status, data } = await shopper.tryToPlace(withText(buildOrderInput(), path, number));
        expect(status).toBe(200);
        const { userErrors, ...rest } = data?.placeOrder ?? { userErrors: [] };
        expect(rest, path.join('.')).toEqual({ order: null, paymentUrl: null, trackingToken: null });
        expect(
          userErrors.map((error) => [error.code, error.path]),
          `${path.join('.')}: ${number}`,
        ).toEqual([[code, path]]);
        expect(userErrors[0]?.message).toContain('Nothing was stored');
        expect(findTraces(Buffer.from(body), [number, '4242', IDENTITY])).toEqual([]);
      }
    }
    expect(await countRows(stores)).toEqual(before);
    expect(findTraces(Buffer.from(test.logged()), ['4242 4242', '42424242', IDENTITY])).toEqual([]);
    // The cart waits: with an input in order, the same shopper orders.
    expect((await shopper.place(buildOrderInput())).order?.state).toBe('AWAITING_PAYMENT');
  });

  it('is also refused in several fields at once, each of them named', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const input = buildOrderInput({ recipientName: CARD, address: { addressLine2: IDENTITY } });
    const { order, userErrors } = await shopper.place(input);
    expect(order).toBeNull();
    expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`).sort()).toEqual([
      'NATIONAL_ID_REFUSED address.addressLine2',
      'PAYMENT_CARD_REFUSED recipientName',
    ]);
  });

  it('does not make the shop refuse what real orders look like', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const input = buildOrderInput({
      email: 'testa+4711.1984@example.com',
      recipientName: 'Testa Mustermann 3. Stock',
      shippingOptionId: 'express',
      phone: '030 23125 417',
      address: { addressLine1: 'Packstation 145', addressLine2: 'Postnummer 1234567' },
    });
    expect((await shopper.place(input)).userErrors).toEqual([]);
  });
});

function textsOf(typeName: string): string[][] {
  const type = wholeSchema().getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input.`);
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (isInputObjectType(inner)) return textsOf(inner.name).map((path) => [field.name, ...path]);
    return isScalarType(inner) && ['String', 'ID'].includes(inner.name) ? [[field.name]] : [];
  });
}

function withText(input: PlaceOrderInput, [first = '', second]: readonly string[], text: string): PlaceOrderInput {
  if (second === undefined) return { ...input, [first]: text };
  return { ...input, address: { ...input.address, [second]: text } };
}
