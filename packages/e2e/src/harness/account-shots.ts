/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import { addToCart } from './cart.ts';
import { readCode } from './mailbox.ts';
import { visit } from './open-browser.ts';
import type { RunningShop } from './start-shop.ts';
import { addAuthenticator } from './virtual-authenticator.ts';
import { type Language, type Words, wordsIn } from './words.ts';

/** What a walk needs to take its pictures. */
export interface Walk {
  readonly shop: RunningShop;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  /** Tells one walk's people from those of another. */
  readonly tail: string;
  /** Takes a picture of the page as it stands. */
  readonly shoot: (name: string) => Promise<void>;
}

const main = (page: Page) => page.getByRole('main');
const field = (page: Page, name: string) => main(page).getByRole('textbox', { name });
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });

/** The customer of the demo, as the start of the shop names them. */
function demoCustomer(shop: RunningShop): { email: string; password: string } {
  const [, email, password] = /Customer of the demo\s+(\S+), password (\S+)/.exec(shop.output()) ?? [];
  if (email === undefined || password === undefined) throw new Error('The shop names no customer of the demo.');
  return { email, password };
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Signs in as the demo's customer and takes a picture of every page of the account, and of each of its orders. */
export async function walkAccount({ shop, page, language, shoot }: Walk): Promise<void> {
  const t = wordsIn(language);
  const { email, password } = demoCustomer(shop);
  await visit(page, `/${language}/sign-in`);
  await button(page, t('account.usePassword')).click();
  await field(page, t('field.email')).fill(email);
  await main(page).locator('input[type=password]').fill('not-the-password');
  await button(page, t('account.signIn')).click();
  await main(page).getByRole('alert').waitFor();
  await shoot('sign-in-refused');
  await main(page).locator('input[type=password]').fill(password);
  await button(page, t('account.signIn')).click();
  await page.getByRole('heading', { level: 1, name: t('account.title'), exact: true }).waitFor();
  for (const name of ['account', 'account-orders', 'account-addresses', 'account-security', 'account-privacy']) {
    await visit(page, `/${language}/${name.replace('-', '/')}`);
    await settle(page);
    await shoot(`own-${name}`);
  }
  await visit(page, `/${language}/account/orders`);
  const orders = main(page).locator('a[href*="/account/orders/"]');
  await orders.first().waitFor();
  const paths = await orders.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  for (const [at, path] of paths.entries()) {
    await visit(page, path);
    await settle(page);
    await shoot(`own-order-${at + 1}`);
  }
}

/** Opens an account and takes a picture of what the demo's customer has not done: codes, forms, guards, rights under way. */
export async function walkNewAccount(walk: Walk): Promise<void> {
  const { page, context, language, tail, shoot } = walk;
  const t = wordsIn(language);
  const email = `shots.${tail}@example.com`;
  await visit(page, `/${language}/sign-up`);
  await field(page, t('field.email')).fill(email);
  await button(page, t('prove.request')).click();
  await field(page, t('prove.code')).waitFor();
  await shoot('sign-up-code');
  await field(page, t('prove.code')).fill(await readCode(context, email));
  await button(page, t('account.signUp')).click();
  await page.getByRole('heading', { level: 1, name: t('account.title'), exact: true }).waitFor();
  await visit(page, `/${language}/account/orders`);
  await settle(page);
  await shoot('new-orders');
  await keepAddresses(walk, t);
  await guard(walk, t);
  await useRights(walk, t);
}

async function keepAddresses({ shop, page, context, language, shoot }: Walk, t: Words): Promise<void> {
  await visit(page, `/${language}/account/addresses`);
  await button(page, t('addresses.add')).click();
  await main(page)
    .getByRole('combobox', { name: t('field.country') })
    .selectOption('DE');
  await field(page, t('field.postalCode')).waitFor();
  await button(page, t('addresses.keep')).click();
  await main(page).locator('[aria-invalid=true]').first().waitFor();
  await shoot('new-address-form');
  await field(page, t('field.recipientName')).fill('Testa Mustermann');
  await field(page, t('field.addressLine1')).fill('Musterweg 12');
  await field(page, t('field.postalCode')).fill('10115');
  await field(page, t('field.city')).fill('Musterhausen');
  await button(page, t('addresses.keep')).click();
  await main(page).getByText('Musterweg 12').first().waitFor();
  await shoot('new-address-kept');
  await addToCart(context, shop);
  await visit(page, `/${language}/checkout`);
  await main(page)
    .getByRole('combobox', { name: t('addresses.choose') })
    .selectOption({ index: 1 });
  await shoot('new-checkout');
}

async function guard({ page, language, shoot }: Walk, t: Words): Promise<void> {
  await addAuthenticator(page);
  await visit(page, `/${language}/account/security`);
  await button(page, t('passkey.add')).click();
  await button(page, t('factor.requirePasskey')).waitFor();
  await button(page, t('totp.setUp')).click();
  await main(page)
    .getByRole('img', { name: t('totp.picture') })
    .waitFor();
  await shoot('new-authenticator');
  await button(page, t('account.cancel')).click();
  await button(page, t('factor.requirePasskey')).click();
  await main(page).locator('ol li').first().waitFor();
  await shoot('new-recovery-codes');
}

async function useRights({ page, language, shoot }: Walk, t: Words): Promise<void> {
  await visit(page, `/${language}/account/privacy`);
  await main(page).getByRole('switch').first().click();
  await button(page, t('download.request')).click();
  await button(page, t('download.fetch')).waitFor();
  await button(page, t('restrict.preview')).click();
  await button(page, t('restrict.do')).waitFor();
  await button(page, t('erase.preview')).click();
  await button(page, t('erase.schedule')).waitFor();
  await shoot('new-rights-previewed');
  await button(page, t('erase.schedule')).click();
  await page.getByRole('timer').waitFor();
  await shoot('new-erasure-scheduled');
  await visit(page, `/${language}/account`);
  await settle(page);
  await shoot('new-account-to-be-erased');
}

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { trackingToken } }';

/** Orders as a guest and takes a picture of what the order's link leads to, up to the receipt of the erasure. */
export async function walkGuest({ shop, page, context, language, tail, shoot }: Walk): Promise<void> {
  const t = wordsIn(language);
  const email = `shots.guest.${tail}@example.com`;
  await addToCart(context, shop);
  const address = { countryCode: 'DE', addressLine1: 'Musterweg 1', postalCode: '10115', city: 'Musterhausen' };
  const input = { email, recipientName: 'Testa Mustermann', shippingOptionId: 'standard', language: 'EN', address };
  const answer = await context.request.post(`${shop.url}/graphql`, { data: { query: PLACE, variables: { input } } });
  const { data } = (await answer.json()) as { data: { placeOrder: { trackingToken: string } } };
  await visit(page, `/${language}/track#${data.placeOrder.trackingToken}`);
  await button(page, t('prove.request')).waitFor();
  await shoot('guest-order');
  await button(page, t('prove.request')).click();
  await field(page, t('prove.code')).fill(await readCode(context, email));
  await button(page, t('prove.show')).click();
  await button(page, t('correct.open')).click();
  await field(page, t('field.city')).waitFor();
  await shoot('guest-order-correction');
  await button(page, t('account.cancel')).click();
  await main(page)
    .getByRole('link', { name: t('rights.link') })
    .click();
  await button(page, t('erase.preview')).click();
  await main(page)
    .getByRole('radio', { name: t('erase.atOnce') })
    .check();
  await shoot('guest-rights');
  await button(page, t('erase.doAtOnce')).click();
  await button(page, t('receipt.download')).waitFor();
  await shoot('guest-receipt');
}
