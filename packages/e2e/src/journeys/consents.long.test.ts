/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
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

let people = 0;
const main = (page: Page) => page.getByRole('main');

async function signUp(page: Page, context: BrowserContext, language: 'en' | 'de'): Promise<void> {
  const t = wordsIn(language);
  const email = `consent.${++people}@example.com`;
  await visit(page, `/${language}/sign-up`);
  await main(page)
    .getByRole('textbox', { name: t('field.email') })
    .fill(email);
  await main(page)
    .getByRole('button', { name: t('prove.request'), exact: true })
    .click();
  const code = main(page).getByRole('textbox', { name: t('prove.code') });
  await code.waitFor();
  await code.fill(await readCode(context, email));
  await main(page)
    .getByRole('button', { name: t('account.signUp'), exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: t('account.title'), exact: true }).waitFor();
}

describe('Somebody with an account', () => {
  it.each([
    ['phone', 'de'],
    ['desk', 'en'],
  ] as const)(
    'agrees and stops by one press each, whatever the browser says, and takes the receipt along (%s, %s)',
    async (width, language) => {
      const t = wordsIn(language);
      const signals = width === 'desk';
      const { page, context, complaints } = await openPage(browser, shop, {
        viewport: WIDTHS[width],
        locale: language,
        acceptDownloads: true,
        ...(signals ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {}),
      });
      if (signals)
        await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
      await signUp(page, context, language);
      await visit(page, `/${language}/account/privacy`);
      const switches = main(page).getByRole('switch');
      await expect.poll(() => switches.count()).toBe(2);
      const states = () => switches.evaluateAll((all) => all.map((one) => one.getAttribute('aria-checked')));
      expect(await states()).toEqual(['false', 'false']);
      expect(await main(page).getByText(t('consent.signalCounts')).count()).toBe(signals ? 1 : 0);

      await switches.first().click();
      await expect.poll(states).toEqual(['true', 'false']);
      expect(await main(page).getByText(t('consent.signalButGiven')).count()).toBe(signals ? 1 : 0);
      await switches.first().press('Space');
      await expect.poll(states).toEqual(['false', 'false']);
      await switches.nth(1).click();
      await expect.poll(states).toEqual(['false', 'true']);

      const section = main(page).getByRole('region', { name: t('consent.title') });
      await section.locator('summary').first().click();
      const receipt = main(page)
        .getByRole('button', { name: t('consent.receipt') })
        .first();
      const [download] = await Promise.all([page.waitForEvent('download'), receipt.click()]);
      expect(download.suggestedFilename()).toMatch(/^barrier-consent-[0-9a-f-]{36}\.jsonld$/);
      const content = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>;
      expect(content['@type']).toBe('dpv:ConsentReceipt');
      expect(await findViolations(page)).toEqual([]);
      expect(await findOverflow(page)).toEqual([]);

      await main(page)
        .getByRole('button', { name: t('consent.stopAll'), exact: true })
        .click();
      await main(page).getByText(t('consent.saidStopped')).waitFor();
      expect(await states()).toEqual(['false', 'false']);

      await visit(page, `/${language}/device`);
      const counting = main(page).getByRole('switch', { name: t('collection.switch') });
      await counting.click();
      await main(page)
        .getByText(t(signals ? 'collection.bySignal' : 'collection.byChoice'))
        .waitFor();
      expect(await page.evaluate(() => localStorage.getItem('barrier.collection'))).toBe('off');
      expect(await findViolations(page)).toEqual([]);

      const addresses: string[] = [];
      context.on('request', (request) => addresses.push(request.url()));
      const token = 'n'.repeat(43);
      await Promise.all([page.waitForResponse('**/graphql'), page.goto(`/mail/unsubscribe?l=${language}&t=${token}`)]);
      expect(page.url()).toBe(`${shop.url}/${language}/unsubscribe#${token}`);
      const button = main(page).getByRole('button', { name: t('unsubscribe.button'), exact: true });
      expect(await findViolations(page)).toEqual([]);
      expect(await findOverflow(page)).toEqual([]);
      await button.click();
      await main(page).getByText(t('unsubscribe.done')).waitFor();
      expect(addresses.filter((address) => address.includes(token) && !address.includes('/mail/unsubscribe?'))).toEqual(
        addresses.filter((address) => address.includes(`/unsubscribe#${token}`)),
      );
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
