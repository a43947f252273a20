import { type AuditBrowser, openAuditBrowser } from '@barrier/e2e/harness/audit-page.ts';
import { cartCookie } from '@barrier/e2e/harness/cart.ts';
import { startShop } from '@barrier/e2e/harness/start-shop.ts';
import { median } from './measure.ts';
import type { Row } from './report.ts';
import { warmPage } from './warm-page.ts';

/** The pages that a purchase leads through. */
const PAGES = [
  ['home', '/en/'],
  ['collection', '/en/collections/serum'],
  ['product', '/en/products/dew-gel-cleanser'],
  ['checkout', '/en/checkout'],
] as const;

type Result = Awaited<ReturnType<AuditBrowser['audit']>>;

const RUNS = 5;
const LEAST_PERFORMANCE = 95;
const MOST_SHIFT = 0.02;

/**
 * Lighthouse's performance on a phone, the median of a few runs for each page of the demo shop, one after the other: two pages at
 * a time would make each other slow. The built shop is measured as visitors get it, with its pictures rendered and its files
 * compressed; only the keys and the payment institution are those of development.
 */
export async function measureLighthouse(): Promise<Row[]> {
  const shop = await startShop();
  const browser = await openAuditBrowser();
  const rows: Row[] = [];
  try {
    const headers = { Cookie: await cartCookie(shop) };
    // All of them first: what is still being rendered would take the processor from what is measured.
    for (const [, path] of PAGES) await warmPage(shop.url + path);
    for (const [name, path] of PAGES) {
      const runs: Result[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        runs.push(await browser.audit(shop.url + path, { categories: ['performance'], headers }));
      }
      const scores = runs.map(({ categories }) => Math.round((categories.performance?.score ?? 0) * 100));
      rows.push(
        {
          name: `Lighthouse, performance: ${name}`,
          value: median(scores),
          least: LEAST_PERFORMANCE,
          note: `${scores.join(', ')}; ${causes(runs)}`,
        },
        {
          name: `Lighthouse, layout shift: ${name}`,
          value: Math.max(...runs.map((run) => figure(run, 'cumulative-layout-shift'))),
          most: MOST_SHIFT,
        },
      );
    }
  } finally {
    await browser.close();
    await shop.dispose();
  }
  return rows;
}

function figure({ audits }: Result, id: string): number {
  return audits[id]?.numericValue ?? Number.POSITIVE_INFINITY;
}

/** What the score was made of, and how fast the machine was by Lighthouse's own measure: the score means little below 1000. */
function causes(runs: readonly Result[]): string {
  const ms = (id: string) => `${median(runs.map((run) => figure(run, id))).toFixed(0)} ms`;
  const machine = median(runs.map(({ environment }) => environment.benchmarkIndex)).toFixed(0);
  return `largest paint ${ms('largest-contentful-paint')}, blocked ${ms('total-blocking-time')}, machine ${machine}`;
}
