import { Order } from '../../src/features/orders/order.entity.ts';
import { type MailReceiver, receiveMail } from '../mail/receive-mail.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, boughtBy, order, pay, untilPaid } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { type TravellingClock, travellingClock } from '../shop/travelling-clock.ts';
import type { TestStores } from '../stores/describe-dialects.ts';
import { codeIn, type ShownReceipt, withRights } from './rights.ts';

/** Where the receipt of an erasure is, in a mail. */
export const RECEIPT = /erasure-receipt#([\w-]+)/;

/** Somebody with an account who has placed an order and paid for it. */
export interface Owner {
  readonly email: string;
  readonly customer: Customer;
  readonly bought: Bought;
  /** Of that order. */
  readonly number: string;
  /** Places another order, which is not paid; answers its number. */
  orderAgain(): Promise<string>;
  /** So that the proof is fresh. */
  signInAgain(): Promise<void>;
}

/** A shop with a relay for its mails, a guest and a few owners of accounts, who have all paid for an order. */
export interface ErasureWorld {
  readonly test: TestShop;
  readonly relay: MailReceiver;
  readonly clock: TravellingClock;
  readonly guest: Bought;
  readonly owners: readonly [Owner, Owner];
  main(): TestShop['shop']['core']['stores']['main']['em'];
  /** Notes that an order was delivered. */
  deliver(number: string): Promise<unknown>;
  /** A proof by the code that is mailed for an order. */
  proofFor(bought: Bought): Promise<string>;
  receiptOf(token: string): Promise<ShownReceipt | null>;
  /** Whether everything was looked through again. */
  isChecked(token: string): () => Promise<boolean>;
  /** What the books add up to. */
  books(): Promise<object>;
  /** Units that are set aside for orders. */
  reserved(): Promise<number>;
  close(): Promise<void>;
}

let people = 0;

/** Opens it. Everything is bought at once: the institution's word is not taken from another time. */
export async function openErasureWorld(stores: TestStores): Promise<ErasureWorld> {
  const clock = travellingClock();
  const relay = await receiveMail();
  const test = await openShopOn(stores, { clock }, { SMTP_URL: relay.url });
  const { variantId } = await shelve(test.shop);
  const main = () => test.shop.core.stores.main.em.fork();

  async function own(): Promise<Owner> {
    const email = `erased-${++people}@example.org`;
    const customer = asCustomer(test);
    const enter = async (challenge: string | null) => {
      await test.shop.jobs.runDue();
      await customer.enterCode(challenge ?? '', codeIn(relay, email));
    };
    await enter((await customer.signUp({ email, name: 'Testa Quirrelmann' })).challenge);
    const { shopper } = customer;
    const place = async () => {
      await shopper.add(variantId);
      const input = buildOrderInput();
      return boughtBy(shopper, input, await shopper.place(input));
    };
    const bought = await place();
    return {
      email,
      customer,
      bought,
      number: bought.placed.order.number,
      orderAgain: async () => (await place()).placed.order.number,
      signInAgain: async () => enter((await customer.requestCode(email)).challenge),
    };
  }

  const guest = await order(test, [variantId]);
  const owners = [await own(), await own()] as const;
  for (const bought of [guest, ...owners.map((owner) => owner.bought)]) {
    await pay(bought);
    await untilPaid(bought);
  }
  await test.shop.jobs.runDue();

  const receiptOf = async (token: string) =>
    (await withRights(asShopper(test.url)).receipt(token)).data?.erasureReceipt ?? null;
  const sum = (statement: string) => readNumber(stores.main, statement);
  return {
    test,
    relay,
    clock,
    guest,
    owners,
    main,
    deliver: (number) => main().nativeUpdate(Order, { number }, { deliveredAt: clock.now() }),
    proofFor: async ({ shopper, token, input }) => {
      await shopper.requestCode(token);
      await test.shop.jobs.runDue();
      return (await shopper.prove(token, codeIn(relay, input.email))) ?? '';
    },
    receiptOf,
    isChecked: (token) => async () => (await receiptOf(token))?.rescan != null,
    books: async () => ({
      turnover: await sum('select sum(net) + sum(tax) from tax_ledger'),
      sold: await sum('select sum(quantity) from sales_ledger'),
      invoiced: await sum(
        `select (select coalesce(sum(total), 0) from reduced_order) +
          (select coalesce(sum(total), 0) from placed_order where paid_at is not null)`,
      ),
    }),
    reserved: () => sum('select coalesce(sum(quantity), 0) from stock_reservation'),
    close: async () => {
      await test.close();
      await relay.close();
    },
  };
}
