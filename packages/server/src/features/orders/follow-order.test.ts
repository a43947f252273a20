import { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { OrderTokenArgs, ProveOrderArgs } from '@barrier/schema/orders/order.args.ts';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  atTheDoor,
  type Browser,
  type CheckoutWorld,
  openCheckoutWorld,
  TESTA_INPUT,
  type TestContext,
} from '../../../test/checkout/open-checkout-world.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { placeOrder } from '../checkout/place-order.ts';
import { listSpooledMails } from '../mail/list-spooled-mails.ts';
import { Mail } from '../mail/mail.entity.ts';
import { sendMail } from '../mail/send-mail.ts';
import { DEMO_SELLER } from '../seller/demo-seller.ts';
import { followOrder } from './follow-order.ts';
import { Order } from './order.entity.ts';
import { OrderLink } from './order-link.entity.ts';
import { payOrder } from './pay-order.ts';
import { proveOrder } from './prove-order.ts';
import { requestOrderCode } from './request-order-code.ts';

const NAME: PersonalMark = { category: 'NAME', purposes: ['DELIVERY', 'AFTER_SALES'] };
const EMAIL: PersonalMark = { category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] };
const ADDRESS: PersonalMark = { category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY', 'AFTER_SALES'] };
const LINES: PersonalMark = { category: 'ORDER_RECORD', purposes: ['ORDER_PROCESSING', 'DELIVERY', 'AFTER_SALES'] };

let guests = 0;
const args = (token: string, code?: string) =>
  Object.assign(new ProveOrderArgs(), new OrderTokenArgs(), { token, code });

describeEachDialect('An order’s link', (open) => {
  let world: CheckoutWorld;
  let browser: Browser;
  beforeAll(async () => {
    world = await openCheckoutWorld(await open());
  });
  afterAll(() => world.close());

  const place = async () => {
    const { variantId } = await world.stock(10, 2_900);
    browser = world.browser();
    await browser.add(variantId);
    const email = `testa.link${++guests}@example.com`;
    const { order, trackingToken, userErrors } = await browser.place({ email });
    if (!order || trackingToken === null) throw new Error(JSON.stringify(userErrors));
    return { number: order.number, token: trackingToken, email };
  };
  /** The code, as its reader finds it in their mail. */
  const mailedCode = async (email: string) => {
    for (const { id } of await world.core.stores.main.em.fork().find(Mail, { state: 'QUEUED' })) {
      await sendMail(mailDeps(), id);
    }
    const mail = (await listSpooledMails(mailDeps())).find(({ to }) => to === email);
    return /^\s*(\d{6})\s*$/m.exec(mail?.text ?? '')?.[1] ?? '';
  };
  const mailDeps = () => ({
    core: world.core,
    transport: null,
    publicUrl: 'http://localhost:4000',
    seller: DEMO_SELLER,
    production: false,
  });
  const personal = async (context: TestContext, token: string) => {
    const order = await followOrder(context, token);
    return {
      name: await atTheDoor(context, order.recipientName, NAME),
      email: await atTheDoor(context, order.email, EMAIL),
      address: await atTheDoor(context, order.address, ADDRESS),
      lines: await atTheDoor(context, order.lines, LINES),
    };
  };

  it('shows number, state, dates and sums, and masks what is personal', async () => {
    const { number, token } = await place();
    const context = browser.request();
    const order = await followOrder(context, token);
    expect(order.payableUntil).toMatch(/^\d{4}-/);
    expect(order).toMatchObject({
      number,
      state: 'AWAITING_PAYMENT',
      total: { amount: 3_390, currency: 'EUR' },
    });
    const { name, email, address, lines } = await personal(browser.request(), token);
    expect([name, email, address, lines].map(({ access }) => access)).toEqual(Array(4).fill('MASKED'));
    expect(address).toMatchObject({ countryCode: 'DE', text: '•••••' });
    expect(lines.items).toBeNull();
  });

  it('reveals what is personal after a mailed code, and logs it as the subject’s own view', async () => {
    const { token, email, number } = await place();
    expect(await requestOrderCode(browser.request(), args(token))).toEqual({ validMinutes: 15, userErrors: [] });
    const { proofToken, userErrors } = await proveOrder(browser.request(), args(token, await mailedCode(email)));
    expect(userErrors).toEqual([]);
    const shown = await personal(browser.request({ orderProof: proofToken }), token);
    expect(shown.name).toMatchObject({ access: 'REVEALED', text: 'Testa Mustermann', keptUntil: null });
    expect(shown.email.text).toBe(email);
    expect(shown.address.text).toBe('Musterweg 1234\n10115 Musterhausen');
    expect(shown.lines).toMatchObject({
      access: 'REVEALED',
      items: [{ quantity: 1, unitPrice: { amount: 2_900, currency: 'EUR' }, variantTitle: '30 ml' }],
    });
    const { subjectId } = await world.core.stores.main.em.fork().findOneOrFail(Order, { number });
    const log = world.core.stores.log.em.fork();
    const sql = `select e.viewer_kind, e.reason from access_entry e
      join subject_pseudonym p on p.pseudonym = e.pseudonym where p.subject_id = ? order by e.subject_sequence`;
    const entries = await log.execute<{ viewer_kind: string; reason: string }[]>(sql, [subjectId]);
    const seen = entries.map(({ viewer_kind, reason }) => `${viewer_kind} ${reason}`);
    expect(seen.at(0)).toBe('system MAIL');
    expect(seen.slice(-4)).toEqual(Array(4).fill('subject OWN_VIEW'));
  });

  it('shows the customer what they have just ordered, in that one answer', async () => {
    const { variantId } = await world.stock(10);
    browser = world.browser();
    await browser.add(variantId);
    const context = browser.request();
    const input = { ...TESTA_INPUT, email: `testa.link${++guests}@example.com` };
    const { order } = await placeOrder(context, Object.assign(new PlaceOrderInput(), input));
    expect(await atTheDoor(context, order?.recipientName, NAME)).toMatchObject({ text: 'Testa Mustermann' });
    // A later request of the same browser is anybody's.
    expect((await atTheDoor(browser.request(), order?.recipientName, NAME)).access).toBe('DENIED');
  });

  it('says the same, by as many statements, to a wrong, an expired and a revoked token (D20)', async () => {
    const [expired, revoked, proof] = [await place(), await place(), await place()];
    const em = world.core.stores.main.em.fork();
    const linkOf = async ({ number }: { number: string }) => em.findOneOrFail(OrderLink, { order: { number } });
    (await linkOf(expired)).expiresAt = new Date(0);
    (await linkOf(revoked)).revokedAt = new Date();
    // A proof is no link.
    (await linkOf(proof)).kind = 'PROOF';
    await em.flush();
    const tokens = [expired.token, revoked.token, proof.token, 'x', '', 'A'.repeat(43), `${expired.token} `];
    const seen = await Promise.all(
      tokens.map(async (token) => {
        const error = await followOrder(browser.request(), token).catch((reason: unknown) => reason);
        return JSON.stringify([(error as Error).message, (error as { code?: string }).code]);
      }),
    );
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain('NOT_FOUND');
    const asks = [requestOrderCode, proveOrder, payOrder] as const;
    for (const ask of asks) {
      for (const token of tokens)
        await expect(ask(browser.request(), args(token, '000000'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is refused by GET, which leaves tokens in histories', async () => {
    const { token } = await place();
    await expect(followOrder(browser.request({ method: 'GET' }), token)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('takes a code once, five tries and fifteen minutes long', async () => {
    const { token, email } = await place();
    const enter = (code: string) => proveOrder(browser.request(), args(token, code));
    await requestOrderCode(browser.request(), args(token));
    const code = await mailedCode(email);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let attempt = 0; attempt < 4; attempt++) expect((await enter(wrong)).proofToken).toBeNull();
    expect((await enter(code)).proofToken).not.toBeNull();
    expect((await enter(code)).userErrors).toMatchObject([{ code: 'CODE_WRONG', path: ['code'] }]);

    const other = await place();
    await requestOrderCode(browser.request(), args(other.token));
    const otherCode = await mailedCode(other.email);
    const otherWrong = otherCode === '111111' ? '222222' : '111111';
    for (let attempt = 0; attempt < 5; attempt++) await proveOrder(browser.request(), args(other.token, otherWrong));
    expect((await proveOrder(browser.request(), args(other.token, otherCode))).proofToken).toBeNull();

    const late = await place();
    await requestOrderCode(browser.request(), args(late.token));
    const lateCode = await mailedCode(late.email);
    world.clock.advance(15 * 60_000);
    expect((await proveOrder(browser.request(), args(late.token, lateCode))).proofToken).toBeNull();
  });

  it('opens nothing by the proof of another order, or by one that has expired', async () => {
    const [mine, yours] = [await place(), await place()];
    await requestOrderCode(browser.request(), args(mine.token));
    const { proofToken } = await proveOrder(browser.request(), args(mine.token, await mailedCode(mine.email)));
    const withProof = () => browser.request({ orderProof: proofToken });
    expect((await personal(withProof(), yours.token)).name.access).toBe('MASKED');
    expect((await personal(withProof(), mine.token)).name.access).toBe('REVEALED');
    world.clock.advance(30 * 60_000);
    expect((await personal(withProof(), mine.token)).name.access).toBe('MASKED');
  });

  it('mails five codes a day and no more', async () => {
    const { token } = await place();
    for (let mail = 0; mail < 5; mail++) {
      expect((await requestOrderCode(browser.request(), args(token))).validMinutes).toBe(15);
    }
    expect(await requestOrderCode(browser.request(), args(token))).toMatchObject({
      validMinutes: null,
      userErrors: [{ code: 'TOO_MANY_CODES' }],
    });
  });

  it('leads back to the payment, and says so when the institution cannot be reached', async () => {
    const { token } = await place();
    expect(await payOrder(browser.request(), args(token))).toMatchObject({
      paymentUrl: null,
      userErrors: [{ code: 'INSTITUTION_UNREACHABLE' }],
    });
  });
});
