import { describe, expect, it } from 'vitest';
import { applyChange, type Cart, type CartItem, type CartLine } from './cart-change.ts';

const euros = (amount: number) => ({ __typename: 'Money' as const, amount, currency: 'EUR' as const });

const item = (id: string, price: number): CartItem => ({
  variant: { __typename: 'ProductVariant', id, title: id, stock: 'IN_STOCK', price: euros(price) },
  product: { __typename: 'Product', id, slug: id, title: id, pictures: [] },
});

const line = (id: string, price: number, quantity: number): CartLine => ({
  __typename: 'CartLine',
  id: `line-${id}`,
  quantity,
  available: true,
  linePrice: euros(price * quantity),
  ...item(id, price),
});

const cartOf = (lines: CartLine[], discount = 0, missing = 0): Cart => {
  const subtotal = lines.reduce((sum, { linePrice }) => sum + linePrice.amount, 0);
  return {
    __typename: 'Cart',
    market: 'EU',
    currency: 'EUR',
    promotionCode: null,
    lines,
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: euros(subtotal),
    discount: euros(discount),
    total: euros(subtotal - discount),
    freeShippingRemaining: euros(missing),
  };
};

describe('applyChange', () => {
  it('adds a variant that is not there yet as a line of its own', () => {
    const cart = applyChange(cartOf([]), { kind: 'add', item: item('serum', 3200), quantity: 1 });
    expect(cart.lines.map(({ variant, quantity }) => [variant.id, quantity])).toEqual([['serum', 1]]);
    expect(cart.total.amount).toBe(3200);
  });

  it('adds to the line of a variant that is there', () => {
    const cart = applyChange(cartOf([line('serum', 3200, 1)]), { kind: 'add', item: item('serum', 3200), quantity: 2 });
    expect(cart.lines).toHaveLength(1);
    expect(cart.totalQuantity).toBe(3);
    expect(cart.subtotal.amount).toBe(9600);
  });

  it('removes a line when its quantity is set to none', () => {
    const cart = applyChange(cartOf([line('a', 1000, 2), line('b', 500, 1)]), {
      kind: 'set',
      lineId: 'line-a',
      quantity: 0,
    });
    expect(cart.lines.map(({ id }) => id)).toEqual(['line-b']);
    expect(cart.subtotal.amount).toBe(500);
  });

  it('lowers what is missing to free shipping by what was added, never below nothing', () => {
    const cart = cartOf([line('a', 1000, 1)], 0, 1500);
    expect(applyChange(cart, { kind: 'set', lineId: 'line-a', quantity: 2 }).freeShippingRemaining?.amount).toBe(500);
    expect(applyChange(cart, { kind: 'set', lineId: 'line-a', quantity: 9 }).freeShippingRemaining?.amount).toBe(0);
  });

  it('never takes off more than the goods cost', () => {
    const cart = applyChange(cartOf([line('a', 1000, 2)], 600), { kind: 'remove', lineId: 'line-a' });
    expect(cart.total.amount).toBe(0);
    expect(cart.discount.amount).toBe(0);
  });
});
