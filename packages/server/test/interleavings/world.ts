import { randomBytes } from 'node:crypto';
import { openOrderContent } from '../../src/features/orders/open-order-content.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { endPayments } from '../../src/features/payments/end-payments.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { PrivacyError } from '../../src/privacy/privacy-error.ts';
import { payAt } from '../payments/sandbox-process.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { order } from '../shop/buy.ts';
import { freePort, openTestShop, type TestShop } from '../shop/open-test-shop.ts';
import { readCode } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { type Opening, watchVault } from '../shop/watch-vault.ts';
import { copyDatabase } from '../stores/copy-database.ts';
import type { StoreUrls } from '../stores/open-stores.ts';
import type { Guest } from './guest.ts';

/** Units on the shelf at the beginning. */
export const UNITS = 1_000;

const CORRECT = `mutation ($input: CorrectOrderInput!) { correctOrder(input: $input) { order { number } userErrors { code } } }`;

const DAY_MINUTES = 24 * 60;

/** The stores as they were, and the model with them. */
interface Backup {
  readonly urls: StoreUrls;
  readonly guests: readonly Guest[];
}

/** A shop to which things happen in any order, and a model of what must be true of it. */
export class World {
  readonly #clock = travellingClock();
  readonly #env: Record<string, string>;
  #urls: StoreUrls;
  #test: TestShop | null = null;
  #variantId = '';
  #backup: Backup | null = null;
  #codes = 0;
  guests: Guest[] = [];
  /** What the vault has opened since the shop was opened last. */
  openings: Opening[] = [];

  private constructor(urls: StoreUrls, env: Record<string, string>) {
    this.#urls = urls;
    this.#env = env;
  }

  /** Opens a shop on stores that nobody is connected to. */
  static async open(urls: StoreUrls, dataDir: string): Promise<World> {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const world = new World(urls, { DATA_DIR: dataDir, PORT: String(port), SANDBOX_PORT: String(sandboxPort) });
    await world.#open();
    world.#variantId = (await shelve(world.shop, { units: UNITS })).variantId;
    return world;
  }

  get test(): TestShop {
    if (!this.#test) throw new Error('The shop is closed.');
    return this.#test;
  }

  get shop(): TestShop['shop'] {
    return this.test.shop;
  }

  get variantId(): string {
    return this.#variantId;
  }

  async close(): Promise<void> {
    await this.#test?.close();
    this.#test = null;
  }

  /** Somebody orders, and has not paid yet. */
  async buy(units: number): Promise<void> {
    const mark = randomBytes(6)
      .toString('hex')
      .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
    const entered = [`testa.${mark}@example.com`, `Testa ${mark}`, `Musterweg ${mark}`];
    const [email = '', recipientName = '', addressLine1 = ''] = entered;
    const bought = await order(
      this.test,
      Array.from({ length: units }, () => this.#variantId),
      buildOrderInput({ email, recipientName, address: { addressLine1 } }),
    );
    const { id, subjectId, total } = await this.shop.core.stores.main.em
      .fork()
      .findOneOrFail(Order, { number: bought.placed.order.number });
    const new_ = { paid: false, booked: false, delivered: false, erased: false };
    this.guests.push({ bought, subjectId, orderId: id, units, total, entered, ...new_ });
  }

  /** Pays at the institution, if its page is still open. */
  async pay(at: number): Promise<void> {
    const guest = this.#guest(at);
    const { paymentUrl } = guest?.bought.placed ?? {};
    if (!guest || guest.paid || !paymentUrl) return;
    if ((await payAt(paymentUrl)) === 200) this.#change(guest, { paid: true });
  }

  /** Corrects name and street of an order, with a mailed code; where it is closed the shop says so. */
  async correct(at: number): Promise<void> {
    const guest = this.#guest(at);
    // Ten codes a day go to an address.
    if (!guest || guest.erased || this.#codes++ > 8) return;
    const { token, input } = guest.bought;
    const shopper = asShopper(this.test.url);
    const { errors } = await shopper.tryToFollow(token);
    if (errors.length > 0) return;
    await shopper.requestCode(token);
    await this.shop.jobs.runDue();
    const proof = await shopper.prove(token, await readCode(this.test.url, input.email));
    const mark = randomBytes(6).toString('hex').replace(/\d/g, 'q');
    const [recipientName, addressLine1] = [`Testa ${mark}`, `Beispielallee ${mark}`];
    await shopper.ask(
      CORRECT,
      { input: { token, recipientName, address: { ...input.address, addressLine1 } } },
      { 'order-proof': proof ?? '' },
    );
    this.#change(guest, { entered: [...guest.entered, recipientName, addressLine1] });
  }

  /** Ends what can still be paid. */
  async cancel(at: number): Promise<void> {
    const guest = this.#guest(at);
    if (guest && !guest.erased) await endPayments(this.shop.payments, guest.subjectId);
  }

  /** The parcel arrives. */
  async deliver(at: number): Promise<void> {
    const guest = this.#guest(at);
    if (!guest?.booked || guest.erased) return;
    const em = this.shop.core.stores.main.em.fork();
    const done = await em.nativeUpdate(Order, { id: guest.orderId, state: 'PAID' }, { deliveredAt: this.#clock.now() });
    if (done > 0) this.#change(guest, { delivered: true });
  }

  /** Asks for an erasure; while a parcel is on its way it waits. */
  async erase(at: number): Promise<void> {
    const guest = this.#guest(at);
    if (!guest || guest.erased) return;
    await this.learn();
    try {
      await eraseSubject(this.shop.core, guest.subjectId);
    } catch (error) {
      if (!(error instanceof PrivacyError && (error.code === 'UNDER_WAY' || error.code === 'ERASURE_WAITS')))
        throw error;
    }
  }

  /** Days go by, and everything that comes back by itself comes round. */
  async days(days: number): Promise<void> {
    await this.learn();
    this.#clock.travel(days * DAY_MINUTES);
    await this.comeRound();
  }

  /** All jobs that come back by themselves, at once. */
  async comeRound(): Promise<void> {
    const kinds = ['resume-erasures', 'run-retention', 'sweep-orphan-keys'];
    const em = this.shop.core.stores.main.em.fork();
    await em.nativeUpdate(Job, { kind: { $in: kinds } }, { runAt: new Date(0) });
    await this.shop.jobs.runDue();
    await this.learn();
  }

  /** Copies all three stores. */
  async backUp(): Promise<void> {
    await this.learn();
    await this.close();
    this.#backup = { urls: await copyAll(this.#urls), guests: this.guests };
    await this.#open();
  }

  /** Goes back to the last copy; what was paid stays paid, and who was erased stays erased. */
  async restore(): Promise<void> {
    if (!this.#backup) return;
    await this.learn();
    const since = new Map(this.guests.map((guest) => [guest.subjectId, guest]));
    await this.close();
    this.#urls = await copyAll(this.#backup.urls);
    this.guests = this.#backup.guests.map((guest) => {
      const { paid = guest.paid, erased = guest.erased, entered = guest.entered } = since.get(guest.subjectId) ?? {};
      return { ...guest, paid, erased, entered };
    });
    await this.#open();
  }

  /** Looks at what the shop says of each guest who may have been booked, delivered or erased meanwhile. */
  async learn(): Promise<void> {
    const em = this.shop.core.stores.main.em.fork();
    for (const guest of this.guests) {
      if (guest.erased) continue;
      const row = await em.findOne(Order, { id: guest.orderId });
      if (row) this.#change(guest, { booked: row.paidAt !== null });
      const living = await this.shop.core.keys.existing([guest.subjectId]);
      if (living.size === 0) this.#change(guest, { erased: true });
    }
  }

  /** The lines of a guest's order, opened by the system; null if there are none left. */
  async linesOf({ orderId }: Guest): Promise<unknown> {
    return (await openOrderContent(this.shop.core, orderId, 'confirm-order')).content;
  }

  #guest(at: number): Guest | undefined {
    return this.guests.length === 0 ? undefined : this.guests[at % this.guests.length];
  }

  #change(guest: Guest, change: Partial<Guest>): void {
    this.guests = this.guests.map((one) => (one.subjectId === guest.subjectId ? { ...one, ...change } : one));
  }

  async #open(): Promise<void> {
    const { mainUrl, keysUrl, logUrl } = this.#urls;
    const stores = { DATABASE_URL: mainUrl, KEYS_DATABASE_URL: keysUrl, LOG_DATABASE_URL: logUrl };
    this.#test = await openTestShop({ ...this.#env, ...stores }, { clock: this.#clock });
    this.openings = watchVault(this.shop);
  }
}

async function copyAll({ mainUrl, keysUrl, logUrl }: StoreUrls): Promise<StoreUrls> {
  return {
    mainUrl: await copyDatabase(mainUrl),
    keysUrl: await copyDatabase(keysUrl),
    logUrl: await copyDatabase(logUrl),
  };
}
