import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToCart } from '../harness/cart.ts';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { expectFocusKept, hasFocus, tabAndEnter, tabAndType, tabTo } from '../harness/keyboard.ts';
import { readCode } from '../harness/mailbox.ts';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
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
const PASSWORD = 'seventeen quiet lanterns';
const NAME = 'Testa Mustermann';

let people = 0;
const newEmail = () => `account.${++people}@example.com`;

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, key: string, t = en) => page.getByRole('heading', { level: 1, name: t(key), exact: true });
const field = (page: Page, key: string, t = en) => main(page).getByRole('textbox', { name: t(key) });
const button = (page: Page, key: string, t = en) => main(page).getByRole('button', { name: t(key), exact: true });

/** Opens an account by way of the page. */
async function signUp(page: Page, context: BrowserContext, email: string, password = PASSWORD): Promise<void> {
  await visit(page, '/en/sign-up');
  await field(page, 'field.email').fill(email);
  await field(page, 'account.name').fill(NAME);
  await field(page, 'account.password').fill(password);
  await button(page, 'prove.request').click();
  await field(page, 'prove.code').waitFor();
  await field(page, 'prove.code').fill(await readCode(context, email));
  await button(page, 'account.signUp').click();
  await heading(page, 'account.title').waitFor();
  await main(page).getByText(email).waitFor();
}

async function signInByPassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await visit(page, '/en/sign-in');
  await field(page, 'field.email').fill(email);
  await button(page, 'account.usePassword').click();
  await field(page, 'account.password').fill(password);
  await button(page, 'account.signIn').click();
}

/** Lets eleven minutes pass since everybody signed in: the shop's own clock cannot be moved from here. */
function ageProofs(): void {
  const database = new DatabaseSync(join(shop.dataDir, 'main.db'));
  database.exec('update account_session set proved_at = proved_at - 660000');
  database.close();
}

describe('Somebody who wants an account', () => {
  it.each([
    ['phone', 'de'],
    ['desk', 'en'],
  ] as const)('opens one, signs out and in again by keyboard, at the width of a %s (%s)', async (width, language) => {
    const t = wordsIn(language);
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS[width], locale: language });
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    await visit(page, `/${language}/sign-up`);
    await tabAndType(page, field(page, 'field.email', t), email);
    await tabAndType(page, field(page, 'account.name', t), NAME);
    await tabAndType(page, field(page, 'account.password', t), PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(field(page, 'prove.code', t))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    const code = await readCode(context, email);
    // As people paste it.
    await page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.keyboard.press('Enter');

    await heading(page, 'account.title', t).waitFor();
    await expectFocusKept(page);
    await main(page).getByText(email).waitFor();
    const shown = await main(page).textContent();
    expect(shown).toContain(NAME);
    expect(shown).toContain(t('account.deviceName', { browser: 'Chrome', system: 'Linux' }));
    expect(await findViolations(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);

    await tabAndEnter(page, button(page, 'account.signOutHere', t));
    await main(page).getByText(t('account.signedOut')).waitFor();
    await expectFocusKept(page);
    expect(await main(page).textContent()).not.toContain(email);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

    await tabAndType(page, field(page, 'field.email', t), email);
    await tabAndEnter(page, button(page, 'account.usePassword', t));
    await expect.poll(() => hasFocus(field(page, 'account.password', t))).toBe(true);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await main(page).getByText(email).waitFor();

    for (const word of [email, encodeURIComponent(email), 'Mustermann', 'lanterns', code]) {
      expect(addresses.join('\n')).not.toContain(word);
      expect(shop.output()).not.toContain(word);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is told beside the field what is wrong, and loses nothing typed, also in another language', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/sign-up');
    await field(page, 'field.email').fill('quiet.lantern');
    await field(page, 'account.name').fill('4242 4242 4242 4242');
    await button(page, 'prove.request').click();
    await expect.poll(() => hasFocus(field(page, 'field.email'))).toBe(true);
    expect(await field(page, 'field.email').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'account.name').getAttribute('aria-invalid')).toBe('true');
    expect(await findViolations(page)).toEqual([]);
    await field(page, 'field.email').fill(newEmail());
    await field(page, 'account.name').fill(NAME);
    await field(page, 'account.password').fill('password2026!');
    await button(page, 'prove.request').click();
    await expect.poll(() => field(page, 'account.password').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'account.name').inputValue()).toBe(NAME);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Deutsch' }).click();
    const de = wordsIn('de');
    await heading(page, 'account.signUp', de).waitFor();
    expect(await field(page, 'account.name', de).inputValue()).toBe(NAME);
    expect(await field(page, 'account.password', de).inputValue()).toBe('password2026!');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Somebody who signs in', () => {
  it('by a code is told of a wrong one, gets a new one after a minute, and goes back to where they came from', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await signUp(page, context, email);
    await button(page, 'account.signOutHere').click();
    await main(page).getByText(en('account.signedOut')).waitFor();

    await addToCart(context, shop);
    await page.clock.install();
    await visit(page, '/en/checkout');
    await page.getByRole('combobox', { name: en('field.country') }).selectOption('DE');
    await field(page, 'field.recipientName').fill(NAME);
    await main(page)
      .getByRole('link', { name: en('account.signIn'), exact: true })
      .click();
    await heading(page, 'account.signIn').waitFor();
    await field(page, 'field.email').fill(email);
    await button(page, 'prove.request').click();
    await field(page, 'prove.code').waitFor();
    const code = await readCode(context, email, 2);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await field(page, 'prove.code').fill(wrong);
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, 'prove.code').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => hasFocus(field(page, 'prove.code'))).toBe(true);
    expect(await field(page, 'prove.code').inputValue()).toBe(wrong);
    expect(await findViolations(page)).toEqual([]);

    const again = button(page, 'account.resend');
    expect(await again.getAttribute('aria-disabled')).toBe('true');
    await page.clock.fastForward(61_000);
    await expect.poll(() => again.getAttribute('aria-disabled')).toBeNull();
    await again.click();
    await main(page).getByText(en('account.resent')).waitFor();
    await field(page, 'prove.code').fill(await readCode(context, email, 3));
    await button(page, 'account.signIn').click();
    await heading(page, 'checkout.title').waitFor();
    expect(page.url()).toBe(`${shop.url}/en/checkout`);
    expect(await field(page, 'field.recipientName').inputValue()).toBe(NAME);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('by a wrong password too often is told to wait, and can have a code all the same', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await signInByPassword(page, email, 'not the right one');
    for (let guess = 1; guess <= 10; guess += 1) {
      await page.getByRole('alert').waitFor();
      await Promise.all([page.waitForResponse('**/graphql'), button(page, 'account.signIn').click()]);
    }
    await main(page).getByText(en('account.tooMany')).waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await field(page, 'field.email').inputValue()).toBe(email);
    await button(page, 'account.useCode').click();
    await button(page, 'prove.request').click();
    await field(page, 'prove.code').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('Somebody who has an account', () => {
  it('ends a session in another browser, which then shows nothing more of it', async () => {
    const email = newEmail();
    const here = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    const there = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await signUp(here.page, here.context, email);
    await signInByPassword(there.page, email);
    await main(there.page).getByText(email).waitFor();

    await visit(here.page, '/en/account');
    const devices = main(here.page).getByRole('region', { name: en('account.sessions') });
    const others = devices.getByRole('listitem');
    await expect.poll(() => others.count()).toBe(2);
    const end = others.getByRole('button', { name: `${en('account.signOut')} Chrome` });
    await tabTo(here.page, end);
    await here.page.keyboard.press('Enter');
    await expect.poll(() => others.count()).toBe(1);
    await expectFocusKept(here.page);
    expect(await devices.getByRole('status').textContent()).toContain('Chrome');

    await button(there.page, 'account.setPassword').or(button(there.page, 'account.changePassword')).click();
    await field(there.page, 'account.newPassword').fill('eighteen quiet lanterns');
    await button(there.page, 'account.save').click();
    await heading(there.page, 'account.signIn').waitFor();
    expect(await main(there.page).textContent()).not.toContain(email);
    expect(await there.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect([...here.complaints, ...there.complaints]).toEqual([]);
    await Promise.all([here.context.close(), there.context.close()]);
  });

  it('sees in a second tab at once that they signed out in the first', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await addToCart(context, shop);
    await signUp(page, context, email);
    const second = await context.newPage();
    await visit(second, '/en/account');
    await main(second).getByText(email).waitFor();
    const shopTab = await context.newPage();
    await visit(shopTab, '/en/shop');
    const link = (key: string) => shopTab.getByRole('banner').getByRole('link', { name: en(key), exact: true });
    await link('account.title').waitFor();
    const cart = shopTab.getByRole('banner').getByRole('button', { name: /^Cart, 1 item/ });
    await cart.waitFor();
    await button(page, 'account.signOutHere').click();
    await heading(second, 'account.signIn').waitFor();
    expect(await second.content()).not.toContain(email);
    await link('account.signIn').waitFor();
    await cart.waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('finds what is personal hidden after its time, and shows it again', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await signUp(page, context, email);
    await page.clock.install();
    await visit(page, '/en/account');
    await main(page).getByText(email).waitFor();
    await page.clock.fastForward('15:01');
    await main(page).getByText(en('account.hidden')).waitFor();
    expect(await main(page).textContent()).not.toContain(email);
    expect(await main(page).textContent()).not.toContain(NAME);
    expect(await findViolations(page)).toEqual([]);
    // The clock of the browser alone has moved.
    await page.clock.setFixedTime(new Date());
    await button(page, 'account.show').click();
    await main(page).getByText(email).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('changes and removes the password', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await signUp(page, context, email);
    await button(page, 'account.changePassword').click();
    await field(page, 'account.newPassword').fill('short');
    await button(page, 'account.save').click();
    await expect.poll(() => field(page, 'account.newPassword').getAttribute('aria-invalid')).toBe('true');
    await field(page, 'account.newPassword').fill('eighteen quiet lanterns');
    expect(await findViolations(page)).toEqual([]);
    await button(page, 'account.save').click();
    await main(page).getByText(en('account.passwordSet')).waitFor();
    await expectFocusKept(page);
    await button(page, 'account.removePassword').click();
    await main(page).getByText(en('account.passwordRemoved')).waitFor();
    await button(page, 'account.setPassword').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('proves by a code who they are when that was long ago, and the change goes on by itself', async () => {
    const email = newEmail();
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await page.clock.install();
    await signUp(page, context, email);
    ageProofs();
    // By then the address is hidden as well, and is needed for the code.
    await page.clock.fastForward('15:01');
    await main(page).getByText(en('account.hidden')).waitFor();
    await page.clock.setFixedTime(new Date());
    await button(page, 'account.changePassword').click();
    await field(page, 'account.newPassword').fill('eighteen quiet lanterns');
    await page.keyboard.press('Enter');
    await main(page).getByText(en('account.proveLead')).waitFor();
    await expectFocusKept(page);
    expect(await findViolations(page)).toEqual([]);
    await button(page, 'prove.request').click();
    await expect.poll(() => hasFocus(field(page, 'prove.code'))).toBe(true);
    await page.keyboard.insertText(await readCode(context, email, 2));
    await page.keyboard.press('Enter');
    await main(page).getByText(en('account.passwordSet')).waitFor();
    await expectFocusKept(page);
    await button(page, 'account.signOutHere').click();
    await main(page).getByText(en('account.signedOut')).waitFor();
    await signInByPassword(page, email, 'eighteen quiet lanterns');
    await main(page).getByText(email).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
