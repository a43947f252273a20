import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';

/** What a test changes of an order's input. */
export type OrderInputOverrides = Partial<Omit<PlaceOrderInput, 'address'>> & {
  readonly address?: Partial<PlaceOrderInput['address']>;
};

let guests = 0;

/** The input of an invented guest in Germany, who gets it by standard delivery; each call is another guest. */
export function buildOrderInput({ address, ...overrides }: OrderInputOverrides = {}): PlaceOrderInput {
  guests += 1;
  return {
    email: `guest-${guests}@example.org`,
    recipientName: `Testa Mustermann ${guests}`,
    shippingOptionId: 'standard',
    language: 'EN',
    ...overrides,
    address: {
      countryCode: 'DE',
      addressLine1: `Musterweg ${guests}`,
      postalCode: '10115',
      city: 'Musterhausen',
      ...address,
    },
  };
}
