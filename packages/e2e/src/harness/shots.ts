/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { walkAccount, walkGuest, walkNewAccount } from './account-shots.ts';
import { addToCart } from './cart.ts';
import { openBrowser, openPage, WIDTHS } from './open-browser.ts';
import { PUBLIC_PAGES } from './public-pages.ts';
import { startShop } from './start-shop.ts';
import type { Language } from './words.ts';

/** Takes a picture of every page at both widths, light and dark, into packages/e2e/results/shots: `pnpm shots [language]`. */
const language = (process.argv[2] ?? 'en') as Language;
const folder = join(import.meta.dirname, '../../results/shots');
mkdirSync(folder, { recursive: true });
const shop = await startShop({ DEMO_CUSTOMERS: 'true' });
const browser = await openBrowser();

/** Scrolls through a page once, so that pictures that are fetched late are there. */
async function whole(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    await document.fonts.ready;
    await Promise.all(
      // What is folded away is not fetched, and would never be decoded.
      [...document.images]
        .filter((image) => image.src !== '' && image.checkVisibility())
        .map((image) => image.decode().catch(() => {})),
    );
  });
  await page.screenshot({ path: join(folder, `${name}.jpg`), fullPage: true, type: 'jpeg', quality: 80 });
  process.stdout.write(`${name}\n`);
}

/** The pages that need something in the cart. */
async function buying(page: Page, context: BrowserContext, tail: string): Promise<void> {
  await addToCart(context, shop);
  await page.goto(`/${language}/`);
  await page.locator('header button[aria-haspopup="dialog"]').last().click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await page.screenshot({ path: join(folder, `cart-${tail}.jpg`), type: 'jpeg', quality: 80 });
  await page.goto(`/${language}/checkout`);
  await page.getByRole('complementary').getByRole('listitem').first().waitFor();
  await page.locator('#checkout-countryCode').selectOption('DE');
  await page.locator('#checkout-addressLine1').waitFor();
  await page.getByRole('complementary').locator('button[form="checkout"]').click();
  await page.locator('[aria-invalid]').first().waitFor();
  await whole(page, `checkout-${tail}`);
}

for (const [width, viewport] of Object.entries(WIDTHS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await openPage(browser, shop, { viewport, colorScheme, locale: language });
    for (const path of PUBLIC_PAGES) {
      await page.goto(`/${language}${path}`, { waitUntil: 'networkidle' });
      const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
      await whole(page, `${name}-${width}-${colorScheme}`);
    }
    await buying(page, context, `${width}-${colorScheme}`);
    await context.close();
    for (const walk of [walkAccount, walkNewAccount, walkGuest]) {
      const theirs = await openPage(browser, shop, { viewport, colorScheme, locale: language });
      const tail = `${width}-${colorScheme}`;
      await walk({ ...theirs, shop, language, tail, shoot: (name) => whole(theirs.page, `${name}-${tail}`) });
      await theirs.context.close();
    }
  }
}
await browser.close();
await shop.dispose();
