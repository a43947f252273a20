/// <reference lib="dom" />
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { hasFocus } from '../harness/keyboard.ts';
import { openBrowser, openPage, type WatchedPage, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { wordsIn } from '../harness/words.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

const en = wordsIn('en');
const de = wordsIn('de');
const field = (page: Page, key: string, t = en) => page.getByRole('textbox', { name: t(key), exact: true });
const orderButton = (page: Page) => page.getByRole('button', { name: en('checkout.order'), exact: true });

/** A guest at the checkout with something in the cart and the address form of Germany before them. */
async function atCheckout(): Promise<WatchedPage> {
  const watched = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
  await addToCart(watched.context, shop);
  await watched.page.goto('/en/checkout');
  await watched.page.getByRole('complementary').getByRole('listitem').first().waitFor();
  await watched.page.getByRole('combobox', { name: en('field.country') }).selectOption('DE');
  await watched.page
    .getByRole('radio', { name: /working day/ })
    .first()
    .waitFor();
  return watched;
}

async function fill(page: Page, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const typed = {
    'field.recipientName': 'Testa Mustermann',
    'field.addressLine1': 'Musterweg 12',
    'field.postalCode': '12345',
    'field.city': 'Musterstadt',
    'field.email': 'testa@example.com',
    ...changes,
  };
  for (const [key, text] of Object.entries(typed)) await field(page, key).fill(text);
}

const placesOrder = (request: Request) =>
  request.url().endsWith('/graphql') && (request.postData() ?? '').includes('"PlaceOrder"');

describe('A guest at the checkout', () => {
  it('who presses the order button again and again places one order', async () => {
    const { page, context, complaints } = await atCheckout();
    const sent: Request[] = [];
    page.on('request', (request) => placesOrder(request) && sent.push(request));
    await fill(page);
    await orderButton(page).focus();
    await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement) for (let press = 0; press < 3; press++) activeElement.click();
    });
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    const paymentUrl = page.url().split('?')[0];
    const [order] = sent;
    expect(sent).toHaveLength(1);

    // A request that the network repeats leads to the same payment of the same order.
    const { 'content-type': type, 'idempotency-key': key } = (await order?.allHeaders()) ?? {};
    const again = await context.request.post(`${shop.url}/graphql`, {
      headers: { 'content-type': type ?? '', 'idempotency-key': key ?? '' },
      data: order?.postData() ?? '',
    });
    expect(await again.json()).toMatchObject({ data: { placeOrder: { userErrors: [] } } });
    expect((await again.text()).split(/["?]/)).toContain(paymentUrl);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is told beside each field what is wrong with it, starts at the first and loses nothing typed', async () => {
    const { page, context, complaints } = await atCheckout();
    await fill(page, { 'field.recipientName': '', 'field.postalCode': '12' });
    await orderButton(page).click();

    const name = field(page, 'field.recipientName');
    await expect.poll(() => hasFocus(name)).toBe(true);
    const said = async (key: string) => {
      const ids = (await field(page, key).getAttribute('aria-describedby'))?.split(' ') ?? [];
      return Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
    };
    expect(await said('field.recipientName')).toContain(en('form.error.required'));
    expect((await said('field.postalCode')).join()).toContain(en('form.error.pattern'));
    expect(await field(page, 'field.postalCode').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'field.city').getAttribute('aria-invalid')).toBeNull();
    expect(await field(page, 'field.postalCode').inputValue()).toBe('12');
    expect(await field(page, 'field.email').inputValue()).toBe('testa@example.com');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who writes a card number into the name is told so with all else that is wrong, and the number is neither sent nor repeated', async () => {
    const { page, context, complaints } = await atCheckout();
    const sent: Request[] = [];
    page.on('request', (request) => placesOrder(request) && sent.push(request));
    await fill(page, { 'field.recipientName': '4242 4242 4242 4242', 'field.postalCode': '12' });
    await orderButton(page).click();
    const name = field(page, 'field.recipientName');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => hasFocus(name)).toBe(true);
    expect(await field(page, 'field.postalCode').getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
    expect(page.url()).toBe(`${shop.url}/en/checkout`);
    expect(await page.getByRole('main').textContent()).not.toMatch(/4242/);
    expect(shop.output()).not.toMatch(/4242 4242 4242 4242.*4242 4242 4242 4242/s);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who enters a promotion code by Enter has not sent the order with it', async () => {
    const { page, context, complaints } = await atCheckout();
    const sent: Request[] = [];
    page.on('request', (request) => placesOrder(request) && sent.push(request));
    await fill(page);
    await page.getByText(en('promotion.title'), { exact: true }).click();
    await page.getByRole('textbox', { name: en('promotion.label'), exact: true }).fill('THERE-IS-NONE');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[aria-invalid]').count()).toBe(1);
    expect(sent).toEqual([]);
    expect(await page.locator('form form').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who changes the language keeps what was typed', async () => {
    const { page, context, complaints } = await atCheckout();
    await fill(page);
    await page
      .getByRole('banner')
      .getByRole('button', { name: en('preferences.open') })
      .click();
    await page.getByRole('banner').getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: de('checkout.title') }).waitFor();
    expect(page.url()).toBe(`${shop.url}/de/checkout`);
    expect(await field(page, 'field.recipientName', de).inputValue()).toBe('Testa Mustermann');
    expect(await field(page, 'field.postalCode', de).inputValue()).toBe('12345');
    await page.getByRole('button', { name: 'Zahlungspflichtig bestellen', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('whose connection breaks is told so and places one order when it is back', async () => {
    const { page, context, complaints } = await atCheckout();
    await fill(page);
    await context.setOffline(true);
    await orderButton(page).click();
    await page.getByText(en('checkout.connection')).waitFor();
    expect(await field(page, 'field.recipientName').inputValue()).toBe('Testa Mustermann');
    expect(complaints.splice(0).filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);

    await context.setOffline(false);
    await orderButton(page).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who changes the cart in a second tab is told before anything is ordered, and keeps what was typed', async () => {
    const { page, context, complaints } = await atCheckout();
    const sent: Request[] = [];
    page.on('request', (request) => placesOrder(request) && sent.push(request));
    await fill(page);
    const lines = page.getByRole('complementary').getByRole('listitem');
    const before = await lines.count();
    await addToCart(context, shop, 'quiet-cleanser');
    await orderButton(page).click();
    await page.getByRole('alert').first().waitFor();
    expect(page.url()).toBe(`${shop.url}/en/checkout`);
    await expect.poll(() => lines.count()).toBe(before + 1);
    expect(await field(page, 'field.recipientName').inputValue()).toBe('Testa Mustermann');

    // With the total seen, the next press is meant.
    await orderButton(page).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    expect(sent).toHaveLength(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who returns to a tab sees the cart as another tab has left it', async () => {
    const { page, context, complaints } = await atCheckout();
    const lines = page.getByRole('complementary').getByRole('listitem');
    const before = await lines.count();
    await addToCart(context, shop, 'quiet-cleanser');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => lines.count()).toBe(before + 1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who leaves the page of the payment institution can pay later', async () => {
    const { page, context, complaints } = await atCheckout();
    await fill(page);
    await orderButton(page).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    await page.goto('/en/checkout/return');
    await page.getByRole('heading', { level: 1, name: en('order.awaiting') }).waitFor();
    await page.getByRole('button', { name: en('order.pay') }).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    await page.getByLabel('Card number').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who turns back at the payment institution owes nothing', async () => {
    const { page, context, complaints } = await atCheckout();
    await fill(page);
    await orderButton(page).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await page.getByRole('heading', { level: 1, name: en('notPaid.title') }).waitFor();
    await page.goto('/en/checkout/return');
    await page.getByRole('heading', { level: 1, name: en('order.cancelled') }).waitFor();

    // What was ordered is put back by one press, here as on the page before, and not twice.
    await page.getByRole('button', { name: en('cart.putBack'), exact: true }).click();
    const lines = page.getByRole('dialog', { name: en('cart.title') }).getByRole('listitem');
    await expect.poll(() => lines.count()).toBe(1);
    await page.goto('/en/checkout/cancelled');
    await page.getByRole('heading', { level: 1, name: en('notPaid.title') }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: en('cart.putBack'), exact: true }).count()).toBe(0);
    await page.goto('/en/checkout');
    await page.getByRole('complementary').getByRole('listitem').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
