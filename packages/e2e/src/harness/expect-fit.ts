/// <reference lib="dom" />
import { expect } from 'vitest';
import { findOverflow } from './find-overflow.ts';
import { findViolations } from './find-violations.ts';
import { visit, type WatchedPage } from './open-browser.ts';

/** Opens a page below a language: it is accessible in both colour schemes, nothing sticks out, moves, is complained about or is missing. */
export async function expectFit({ page, complaints }: WatchedPage, language: string, path: string): Promise<void> {
  complaints.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  // The cart is what every page asks for as soon as its script has taken over.
  await visit(page, `/${language}${path}`);
  expect(await findOverflow(page)).toEqual([]);
  expect(await page.evaluate(sumOfShifts)).toBeLessThan(0.02);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await findViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

/** Runs in the page: how much of it has moved since it was opened, as the browser itself counts it. */
function sumOfShifts(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What happened before is handed over in a task of its own.
    setTimeout(() => {
      add(observer.takeRecords());
      resolve(sum);
    }, 50);
  });
}
