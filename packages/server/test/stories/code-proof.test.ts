import { afterAll, beforeAll, expect, it } from 'vitest';
import { asShopper, type ShownOrder } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

/** What the sandbox institution calls a session. */
const SESSION = /^ses_[\w-]{32}$/;

const MASKED = {
  recipientName: { access: 'MASKED', text: '•••••' },
  email: { access: 'MASKED', text: '•••••@•••••' },
  phone: { access: 'MASKED', text: '•••••••••' },
  paymentReference: { access: 'MASKED', text: '•••••' },
  address: { access: 'MASKED', text: '•••••', countryCode: 'DE' },
  lines: { access: 'MASKED', items: null },
};

describeEachDialect('Whoever follows an order', (open) => {
  const clock = travellingClock();
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    test = await openShopOn(await open(), { clock });
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops' }));
  });
  afterAll(() => test.close());

  const buyOne = () =>
    buy(test, [variantId], buildOrderInput({ shippingOptionId: 'express', phone: '+49 30 23125 417' }));
  /** Has a code mailed and reads it. */
  const codeFor = async ({ shopper, token, input }: Bought) => {
    await shopper.requestCode(token);
    await test.shop.jobs.runDue();
    return readCode(test.url, input.email);
  };
  /** Another code than this one. */
  const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
  const isRevealed = ({ recipientName }: ShownOrder) => recipientName.access === 'REVEALED';

  it('by the link alone sees where it stands and what it cost, and masks in place of all that is personal', async () => {
    const { token, placed } = await buyOne();
    const shown = await asShopper(test.url).follow(token);
    expect(shown).toMatchObject({
      number: placed.order.number,
      state: 'PAID',
      total: { amount: 3_890, currency: 'EUR' },
    });
    expect(shown).toMatchObject(MASKED);
  });

  it('sees the values with the mailed code, and who only has the link still sees masks', async () => {
    const bought = await buyOne();
    const { token, input, placed, shopper } = bought;
    const proof = await shopper.prove(token, await codeFor(bought));
    const shown = await shopper.follow(token, proof ?? '');
    expect(shown).toMatchObject({
      recipientName: { access: 'REVEALED', text: input.recipientName },
      email: { access: 'REVEALED', text: input.email },
      phone: { access: 'REVEALED', text: '+493023125417' },
      paymentReference: { access: 'REVEALED', text: expect.stringMatching(SESSION) as string },
      address: { access: 'REVEALED', countryCode: 'DE' },
      lines: { access: 'REVEALED', items: [{ title: 'Calm Drops', quantity: 1 }] },
    });
    expect(shown.address.text).toContain(input.address.addressLine1);
    expect(await asShopper(test.url).follow(token)).toMatchObject({ number: placed.order.number, ...MASKED });
  });

  it('finds the link in the confirmation good for the same order, and for no more', async () => {
    const { input, placed } = await buyOne();
    const [confirmation] = await readMailbox(test.url, input.email);
    const token = /\/track#([\w-]+)/.exec(confirmation?.html ?? '')?.[1] ?? '';
    expect(await asShopper(test.url).follow(token)).toMatchObject({ number: placed.order.number, ...MASKED });
  });

  it('is locked out after five wrong codes: then not even the right one opens, until another is mailed', async () => {
    const bought = await buyOne();
    const { token, shopper } = bought;
    const code = await codeFor(bought);
    for (let tries = 1; tries <= 5; tries += 1) expect(await shopper.prove(token, wrong(code, tries))).toBeNull();
    expect(await shopper.prove(token, code)).toBeNull();
    const fresh = await codeFor(bought);
    expect(await shopper.prove(token, fresh)).not.toBeNull();
  });

  it('is locked out as well by wrong codes that come all at once', async () => {
    const bought = await buyOne();
    const { token, shopper } = bought;
    const code = await codeFor(bought);
    await Promise.all(Array.from({ length: 10 }, (_, index) => shopper.prove(token, wrong(code, index + 1))));
    expect(await shopper.prove(token, code)).toBeNull();
  });

  it('gets one proof for a code, even by asking ten times at once', async () => {
    const bought = await buyOne();
    const code = await codeFor(bought);
    const { token, shopper } = bought;
    const proofs = await Promise.all(Array.from({ length: 10 }, () => shopper.prove(token, code)));
    expect(proofs.filter((proof) => proof !== null)).toHaveLength(1);
  });

  it("opens nothing with another order's proof or code", async () => {
    const [mine, theirs] = [await buyOne(), await buyOne()];
    const code = await codeFor(mine);
    expect(await theirs.shopper.prove(theirs.token, code)).toBeNull();
    const proof = (await mine.shopper.prove(mine.token, code)) ?? '';
    expect(isRevealed(await mine.shopper.follow(mine.token, proof))).toBe(true);
    expect(await asShopper(test.url).follow(theirs.token, proof)).toMatchObject(MASKED);
    // Nor is a proof a link, or a link a proof.
    expect((await asShopper(test.url).tryToFollow(proof)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await asShopper(test.url).follow(mine.token, mine.token)).toMatchObject(MASKED);
  });

  it('is mailed five codes a day and no more, to the address of the order alone', async () => {
    const bought = await buyOne();
    for (let codes = 0; codes < 5; codes += 1) await codeFor(bought);
    await expect(codeFor(bought)).rejects.toThrow('No code was mailed');
    expect(await readMailbox(test.url, bought.input.email)).toHaveLength(6);
  });

  const REQUEST = 'mutation ($token: String!) { requestOrderCode(token: $token) { userErrors { code } } }';
  /** Asks for a code many times at once; answers what each was told. */
  const requestAtOnce = async (orders: readonly Bought[], times: number) => {
    type Data = { requestOrderCode: { userErrors: { code: string }[] } };
    const asked = Array.from({ length: times }, () => orders).flat();
    const answers = await Promise.all(asked.map(({ shopper, token }) => shopper.ask<Data>(REQUEST, { token })));
    return answers.map(({ data, errors }) =>
      [...errors.map(({ extensions }) => extensions), ...(data?.requestOrderCode.userErrors ?? [])].map(
        ({ code }) => code,
      ),
    );
  };
  const mailed = (told: readonly string[][]) => told.filter((codes) => codes.length === 0).length;

  it('is mailed five codes a day and no more, even by asking twenty times at once, and told so the other times', async () => {
    const bought = await buyOne();
    const told = await requestAtOnce([bought], 20);
    expect(mailed(told)).toBe(5);
    expect(new Set(told.flat())).toEqual(new Set(['TOO_MANY_CODES']));
    await test.shop.jobs.runDue();
    expect(await readMailbox(test.url, bought.input.email)).toHaveLength(6);
  });

  it('has an address of three orders that gets ten codes a day, even at once, and a code that stays good if no other comes', async () => {
    const { email } = buildOrderInput();
    const buyFor = () => buy(test, [variantId], buildOrderInput({ email }));
    const [first, ...others] = [await buyFor(), await buyFor(), await buyFor()];
    const code = await codeFor(first);
    expect(mailed(await requestAtOnce(others, 7))).toBe(9);
    expect((await requestAtOnce([first], 1)).flat()).toEqual(['TOO_MANY_CODES']);
    expect(await first.shopper.prove(first.token, code)).not.toBeNull();
  });

  // Last: the institution does not travel, and the shop takes none of its reports from an hour ago.
  it('finds code and proof run out after their minutes', async () => {
    const bought = await buyOne();
    const { token, shopper } = bought;
    const late = await codeFor(bought);
    clock.travel(15);
    expect(await shopper.prove(token, late)).toBeNull();
    const proof = (await shopper.prove(token, await codeFor(bought))) ?? '';
    clock.travel(29);
    expect(isRevealed(await shopper.follow(token, proof))).toBe(true);
    clock.travel(1);
    expect(await shopper.follow(token, proof)).toMatchObject(MASKED);
  });
});
