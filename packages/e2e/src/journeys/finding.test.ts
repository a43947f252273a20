/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../harness/find-violations.ts';
import { hasFocus } from '../harness/keyboard.ts';
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

describe('A visitor who looks for something', () => {
  it('goes through the suggestions by the arrow keys, from the field and back into it, and opens one by Enter', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/');
    await page
      .getByRole('banner')
      .getByRole('link', { name: en('nav.search'), exact: true })
      .click();
    const panel = page.getByRole('dialog', { name: en('nav.search') });
    const field = panel.getByRole('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.fill('hyalu');
    const options = panel.getByRole('option');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return id === null ? null : page.locator(`[id="${id}"]`).textContent();
    };
    expect(await active()).toBeNull();
    await field.press('ArrowUp');
    expect(await active()).toBe(await options.last().textContent());
    await field.press('ArrowDown');
    expect(await active()).toBeNull();
    await field.press('ArrowDown');
    expect(await active()).toBe(await options.first().textContent());
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    expect(await hasFocus(field)).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    const to = await options.first().getAttribute('href');
    await field.press('Enter');
    await page.waitForURL(`**${to}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('finds nothing and is led on by the names that come nearest', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await visit(page, '/en/search?q=niazynomid');
    await page.getByRole('main').getByRole('link', { name: 'Niacinamide', exact: true }).click();
    await page.getByRole('main').getByRole('article').first().waitFor();
    expect(page.url()).toMatch(/q=Niacinamide$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('searches in the long list of ingredients to narrow a list by one of them', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/shop');
    await page.getByRole('complementary').getByText(en('facet.INGREDIENT'), { exact: true }).first().click();
    const facet = page.getByRole('complementary').getByRole('group', { name: en('facet.INGREDIENT') });
    await facet.getByRole('searchbox').fill('SQUAL');
    const squalane = facet.getByRole('checkbox', { name: /^Squalane/ });
    await expect.poll(() => facet.getByRole('checkbox').count()).toBe(1);
    await squalane.check();
    await page.getByRole('button', { name: en('list.letGo', { name: 'Squalane' }) }).waitFor();
    expect(page.url()).toMatch(/ingredient=squalane$/);
    await facet.getByRole('searchbox').fill('no such thing');
    await facet.getByText(en('facet.nothing')).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reads from a name on the pack on to what the ingredient does and what it should not meet', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.desk, locale: 'en' });
    await visit(page, '/en/products/ember-retinol-serum');
    await page.getByRole('button', { name: 'Retinol', exact: true }).click();
    await page.getByRole('link', { name: en('ingredients.readMore', { name: 'Vitamin A (retinol)' }) }).click();
    await page.getByRole('heading', { level: 1, name: 'Vitamin A (retinol)' }).waitFor();
    const html = await (await fetch(page.url())).text();
    expect(html).toContain(en('pair.EXFOLIATION_DEEPENS'));
    expect(html).toContain('Ember Retinol Serum');
    await page
      .getByRole('region', { name: en('ingredient.apart') })
      .getByRole('link', { name: /^Glycolic/ })
      .click();
    await page.getByRole('heading', { level: 1, name: /^Glycolic/ }).waitFor();

    await page
      .getByRole('navigation', { name: en('nav.breadcrumb') })
      .getByRole('link')
      .last()
      .click();
    await page.getByRole('searchbox').fill('vitamin b3');
    await expect.poll(() => page.getByRole('main').getByRole('listitem').getByText('Niacinamide').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe('vitamin b3');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('compares three products and keeps the choice in the address alone', async () => {
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS.phone, locale: 'en' });
    await visit(page, '/en/shop');
    const cards = page.getByRole('main').getByRole('article');
    const toggle = (at: number) => cards.nth(at).getByRole('button', { name: /^Compare/ });
    for (const at of [0, 1, 2]) await toggle(at).click();
    expect(await toggle(2).getAttribute('aria-pressed')).toBe('true');
    await toggle(3).click({ force: true });
    expect(await toggle(3).getAttribute('aria-pressed')).toBe('false');
    await page
      .getByRole('region', { name: en('compare.tray') })
      .getByRole('link')
      .click();

    const table = page.getByRole('table', { name: en('compare.title') });
    await expect.poll(() => table.getByRole('columnheader').count()).toBe(3);
    const address = page.url();
    expect(new URL(address).searchParams.get('products')?.split(',')).toHaveLength(3);
    await visit(page, address.replace(shop.url, ''));
    expect(await table.getByRole('columnheader').count()).toBe(3);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

    const all = await table.getByRole('rowheader').count();
    await page.getByRole('link', { name: en('compare.showDifferent') }).click();
    await expect.poll(() => table.getByRole('rowheader').count()).toBeLessThan(all);
    await table
      .getByRole('link', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(() => table.getByRole('columnheader').count()).toBe(2);
    await page.getByRole('main').getByRole('link', { name: /^Add / }).first().click();
    await expect.poll(() => table.getByRole('columnheader').count()).toBe(3);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
