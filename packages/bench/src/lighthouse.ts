import { openAuditBrowser } from '@barrier/e2e/harness/audit-page.ts';
import { cartCookie } from '@barrier/e2e/harness/cart.ts';
import { startShop } from '@barrier/e2e/harness/start-shop.ts';
import { median } from './measure.ts';
import type { Row } from './report.ts';

/** The pages that a purchase leads through. */
const PAGES = [
  ['home', '/en/'],
  ['collection', '/en/collections/serum'],
  ['product', '/en/products/dew-gel-cleanser'],
  ['checkout', '/en/checkout'],
] as const;

const RUNS = 5;
const LEAST_PERFORMANCE = 95;
const MOST_SHIFT = 0.02;

/**
 * Lighthouse's performance on a phone, the median of a few runs for each page of the demo shop, one after the other: two pages at
 * a time would make each other slow.
 */
export async function measureLighthouse(): Promise<Row[]> {
  const shop = await startShop();
  const browser = await openAuditBrowser();
  const rows: Row[] = [];
  try {
    const headers = { Cookie: await cartCookie(shop) };
    for (const [name, path] of PAGES) {
      // The first visitor after a change of the catalogue has the page made; what everybody else waits for is measured.
      await fetch(shop.url + path);
      const scores: number[] = [];
      const shifts: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const { categories, audits } = await browser.audit(shop.url + path, { categories: ['performance'], headers });
        scores.push(Math.round((categories.performance?.score ?? 0) * 100));
        shifts.push(audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY);
      }
      rows.push(
        {
          name: `Lighthouse, performance: ${name}`,
          value: median(scores),
          least: LEAST_PERFORMANCE,
          note: scores.join(', '),
        },
        { name: `Lighthouse, layout shift: ${name}`, value: Math.max(...shifts), most: MOST_SHIFT },
      );
    }
  } finally {
    await browser.close();
    await shop.dispose();
  }
  return rows;
}
