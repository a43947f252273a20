/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
import { record } from '../harness/recorded.ts';
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
const main = (page: Page) => page.getByRole('main');
const button = (page: Page, key: string) => main(page).getByRole('button', { name: en(key), exact: true });
const tiles = (page: Page) => main(page).getByRole('article');
const stored = (page: Page, key: string) => page.evaluate((name) => localStorage.getItem(name), key);

/** What somebody says of their skin. */
interface Answers {
  readonly type: string;
  readonly concerns: readonly string[];
  readonly without: readonly string[];
}

async function answerQuiz(page: Page, { type, concerns, without }: Answers): Promise<void> {
  await visit(page, '/en/skin');
  await page.getByRole('radio', { name: en(`quiz.${type}`) }).check();
  for (const key of [...concerns.map((name) => `concern.${name}`), ...without.map((name) => `without.${name}`)]) {
    await page.getByRole('checkbox', { name: en(key), exact: true }).check();
  }
  await button(page, 'quiz.rank').click();
  await tiles(page).first().waitFor();
}

async function openProduct(page: Page, slug: string): Promise<void> {
  await visit(page, `/en/products/${slug}`);
  // Noted, so that what is pressed next finds the page awake.
  await expect.poll(() => stored(page, 'barrier.viewed')).toContain(`"${slug}"`);
}

/** Presses by keyboard: a pointer on its way fetches ahead what it passes. */
async function press(page: Page, key: string): Promise<void> {
  await button(page, key).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => button(page, key).getAttribute('aria-pressed')).toBe('true');
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

const DRY: Answers = { type: 'DRY', concerns: ['REDNESS', 'ROUGHNESS'], without: ['FRAGRANCE'] };
const OILY: Answers = { type: 'OILY', concerns: ['BLEMISHES'], without: ['SILICONE'] };

describe('A visitor whose device remembers', () => {
  it('goes from the quiz to the ranked list, the routine and the payment', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await answerQuiz(page, DRY);
    const first = tiles(page).first();
    const reasons = (await first.textContent())?.toLowerCase();
    expect(reasons).toContain('for dry skin');
    expect(reasons).toContain(en('does.REDNESS'));
    expect(reasons).toContain('without fragrance');
    // Its picture comes once it is fetched in the order of the shop.
    await first.locator('img').waitFor();
    const name = (await first.getByRole('heading').textContent()) ?? '';
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await button(page, 'routine.mine').click();
    await expect.poll(() => button(page, 'routine.mine').getAttribute('aria-pressed')).toBe('true');

    for (const slug of ['ember-retinol-serum', 'glaze-acid-toner']) {
      await openProduct(page, slug);
      await press(page, 'routine.mine');
    }
    await page.goto('/en/routine');
    const evening = page.getByRole('region', { name: en('routine.evening') });
    await evening.getByText(en('routine.clash', { one: 'Glaze Acid Toner', other: 'Ember Retinol Serum' })).waitFor();
    expect(await evening.textContent()).toContain('use it apart from retinoids');
    const steps = await evening.getByRole('heading', { level: 3 }).allTextContents();
    expect(steps).toContain(name);
    expect(steps.indexOf('Glaze Acid Toner')).toBeLessThan(steps.indexOf('Ember Retinol Serum'));
    const morning = page.getByRole('region', { name: en('routine.morning') });
    expect(await morning.textContent()).toContain(en('routine.noSun'));
    // At another time of the day they do not meet.
    const times = evening.getByRole('group', { name: en('routine.when', { name: 'Glaze Acid Toner' }) });
    await times.getByRole('checkbox', { name: en('use.EVENING') }).click();
    await expect.poll(() => evening.textContent()).not.toContain('do not go together');

    await evening.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await button(page, 'product.add').click();
    await page
      .getByRole('dialog', { name: en('cart.title') })
      .getByRole('link', { name: en('cart.checkout') })
      .click();
    await page.getByRole('combobox', { name: en('field.country') }).selectOption('DE');
    await page
      .getByRole('radio', { name: /working day/ })
      .first()
      .waitFor();
    const typed = {
      'field.recipientName': 'Testa Mustermann',
      'field.addressLine1': 'Musterweg 12',
      'field.postalCode': '12345',
      'field.city': 'Musterstadt',
      'field.email': 'testa@example.com',
    };
    for (const [key, text] of Object.entries(typed)) {
      await page.getByRole('textbox', { name: en(key), exact: true }).fill(text);
    }
    await page.getByRole('button', { name: en('checkout.order'), exact: true }).click();
    await page.waitForURL(`${shop.institutionUrl}/pay/**`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  /** Uses all of it; the pages that are opened are the same for everybody, what is kept is not. */
  async function session(answers: Answers, favourite: string, inRoutine: string) {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    const recording = record(page);
    await answerQuiz(page, answers);
    const order = await tiles(page).getByRole('heading').allTextContents();
    const products = await page.locator('[data-slug]').count();
    expect(products).toBeGreaterThan(50);
    await expect.poll(() => page.locator('[data-slug] img').evaluateAll(allThere)).toBe(products);
    // The order in which pictures are asked for would be the rank, were it that of the list.
    const pictures = (await recording.all()).map(({ what }) => what).filter((what) => what.includes('/pictures/'));
    await tiles(page).first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(page, 'barrier.favourites')).not.toBeNull();

    await visit(page, '/en/shop');
    await page.getByRole('combobox', { name: en('list.sort') }).selectOption({ label: en('rank.sort') });
    await main(page)
      .getByText(/ranked in your browser/)
      .waitFor();
    await expect.poll(() => page.locator('[data-slug] img').evaluateAll(allThere)).toBe(products);
    for (const slug of ['ember-retinol-serum', 'glaze-acid-toner', 'dew-gel-cleanser']) {
      await openProduct(page, slug);
      if (slug === favourite) await press(page, 'favourite.title');
      if (slug === inRoutine) await press(page, 'routine.mine');
    }
    for (const path of ['routine', 'favourites', 'empties', 'device']) {
      await visit(page, `/en/${path}`);
      await page.waitForLoadState('networkidle');
      if (path !== 'empties') {
        await expect.poll(() => main(page).locator('img').count()).toBeGreaterThan(0);
        // Whoever passes over what is kept, by keyboard or by pointer, has not asked for it.
        await main(page).locator('a[href*="/products/"]').evaluateAll(passOver);
      } else {
        await page.getByRole('combobox', { name: en('empties.which') }).selectOption(inRoutine);
        await page.getByLabel(en('empties.when')).fill('2026-01-31');
        await button(page, 'empties.note').focus();
        await page.keyboard.press('Enter');
        const download = page.waitForEvent('download');
        await button(page, 'empties.calendar').focus();
        await page.keyboard.press('Enter');
        expect(await textOf(download)).toContain('BEGIN:VEVENT');
      }
    }
    const download = page.waitForEvent('download');
    await button(page, 'device.export').focus();
    await page.keyboard.press('Enter');
    expect(JSON.parse(await textOf(download))).toMatchObject({ skin: { skinType: answers.type } });
    await page.waitForLoadState('networkidle');
    const requests = await recording.all();
    expect(complaints).toEqual([]);
    await context.close();
    return { requests, order, pictures };
  }

  it('sends the same requests whatever it remembers, and none carries a word of it', async () => {
    const one = await session(DRY, 'ember-retinol-serum', 'glaze-acid-toner');
    const other = await session(OILY, 'dew-gel-cleanser', 'ember-retinol-serum');
    expect(one.order).not.toEqual(other.order);
    const said = ({ requests }: typeof one) => requests.map(({ what }) => what).sort();
    expect(said(one)).toEqual(said(other));
    expect(one.pictures.length).toBeGreaterThan(50);
    expect(one.pictures).toEqual(other.pictures);
    const asked = one.requests.filter(({ what }) => what.includes('RankedProducts'));
    expect(asked.length).toBeGreaterThan(0);
    for (const { what, headers } of [...one.requests, ...other.requests]) {
      expect(what + headers).not.toMatch(/\b(?:dry|oily|redness|roughness|blemishes|fragrance|silicone)\b/i);
      expect(what + headers).not.toMatch(/barrier\.(?:skin|favourites|viewed|routine|opened)|skinType|2026-01-31/);
      expect(headers).not.toMatch(/"cookie":/);
    }
  });

  it('sees all of it on one page, takes it along, wipes it and changes their mind', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await answerQuiz(page, DRY);
    await openProduct(page, 'glaze-acid-toner');
    await press(page, 'favourite.title');
    await press(page, 'routine.mine');
    await page.goto('/en/device');
    const pictures = main(page).getByRole('article').locator('img[src^="data:image/"]');
    await expect.poll(() => pictures.count()).toBe(3);
    expect(await findViolations(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);

    await button(page, 'device.wipe').click();
    await page.getByRole('status').getByText(en('device.wiped')).waitFor();
    await expect.poll(() => tiles(page).count()).toBe(0);
    const left = () =>
      page.evaluate(async () => ({
        names: Object.keys(localStorage),
        pictures: await new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('barrier.pictures');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('pictures').objectStore('pictures').count();
            counting.onsuccess = () => resolve(counting.result);
          };
        }),
      }));
    expect(await left()).toEqual({ names: [], pictures: 0 });
    await button(page, 'device.undo').click();
    await expect.poll(() => pictures.count()).toBe(3);
    expect(await stored(page, 'barrier.skin')).toContain('"DRY"');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['routine', 'favourites', 'empties', 'skin'])(
    'is not thrown off %s by what is damaged, and follows what another tab does',
    async (path) => {
      const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
      await page.goto('/en/privacy');
      await page.evaluate(() => {
        for (const part of ['skin', 'favourites', 'viewed', 'routine', 'opened']) {
          localStorage.setItem(`barrier.${part}`, part.length % 2 ? '{"version":1,"value":[{"slug":7},null]}' : '{]');
        }
      });
      await visit(page, `/en/${path}`);
      await page.waitForLoadState('networkidle');
      const tab = await context.newPage();
      await openProduct(tab, 'glaze-acid-toner');
      for (const key of ['favourite.title', 'routine.mine']) await press(tab, key);
      if (path === 'skin') await answerQuiz(tab, OILY);
      if (path === 'skin') {
        await expect.poll(() => page.getByRole('radio', { name: en('quiz.OILY') }).isChecked()).toBe(true);
      } else {
        await expect.poll(() => main(page).textContent()).toContain('Glaze Acid Toner');
      }
      expect(await findViolations(page)).toEqual([]);
      expect(await findOverflow(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

/** Runs in the page. */
function passOver(links: Element[]): void {
  for (const link of links) {
    if (link instanceof HTMLElement) link.focus();
    link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    link.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse' }));
  }
}

/** How many of these pictures have come. */
function allThere(images: Element[]): number {
  return images.filter((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0).length;
}
