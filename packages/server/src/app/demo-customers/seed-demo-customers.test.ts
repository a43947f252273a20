import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCustomer } from '../../../test/shop/as-customer.ts';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { Order } from '../../features/orders/order.entity.ts';
import { DEMO_PERSON } from './demo-person.ts';
import { seedDemoCustomers } from './seed-demo-customers.ts';

const ORDERS = `query { me { orders(first: 20) { nodes { state } } } }`;

describe('The demo', () => {
  let opened: TestShop;
  beforeAll(async () => {
    opened = await openTestShop({ SEED_DEMO: 'true' });
    await seedDemoCustomers(opened.shop);
    await opened.shop.jobs.runDue();
  }, 60_000);
  afterAll(() => opened?.close());

  it('has a customer to sign in as, whose orders are in several states', async () => {
    const customer = asCustomer(opened);
    const { data } = await customer.signIn(DEMO_PERSON.email, DEMO_PERSON.password);
    expect(data?.signIn.userErrors).toEqual([]);
    const answer = await customer.ask<{ me: { orders: { nodes: { state: string }[] } } }>(ORDERS);
    const orders = answer.data?.me.orders.nodes ?? [];
    expect(orders.map(({ state }) => state)).toEqual(['AWAITING_PAYMENT', 'PAID', 'CANCELLED', 'REFUNDED', 'PAID']);
    const em = opened.shop.core.stores.main.em.fork();
    expect(await em.count(Order, { deliveredAt: { $ne: null } })).toBe(1);
  });

  it('gets them once', async () => {
    await seedDemoCustomers(opened.shop);
    const customer = asCustomer(opened);
    await customer.signIn(DEMO_PERSON.email, DEMO_PERSON.password);
    const answer = await customer.ask<{ me: { orders: { totalCount: number } } }>(
      `query { me { orders(first: 1) { totalCount } } }`,
    );
    expect(answer.data?.me.orders.totalCount).toBe(5);
  });
});
