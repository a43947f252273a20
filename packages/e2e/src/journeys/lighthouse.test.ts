import type { Result } from 'lighthouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditBrowser, openAuditBrowser } from '../harness/audit-page.ts';
import { cartCookie } from '../harness/cart.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

let shop: RunningShop;
let browser: AuditBrowser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openAuditBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

/** Performance is a matter of the clock and has its place in the bench (D20). */
const CATEGORIES = ['accessibility', 'best-practices', 'seo', 'agentic-browsing'] as const;

/** What kept a category from its full score. */
function missed({ categories, audits }: Result): string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      return weight > 0 && audit?.score !== null && (audit?.score ?? 0) < 1
        ? [`${category} ${id}: ${JSON.stringify(audit?.details ?? audit?.explanation)}`]
        : [];
    }),
  );
}

describe('Lighthouse, on a phone', () => {
  it.each([
    ['the home page', '/en/', []],
    ['a collection', '/en/collections/serum', []],
    ['a product', '/en/products/dew-gel-cleanser', []],
    // Nobody should come from a search engine into the middle of buying.
    ['the checkout', '/en/checkout', ['is-crawlable']],
  ] as const)('misses nothing on %s, and nothing on it shifts', async (_name, path, without) => {
    const headers = { Cookie: await cartCookie(shop) };
    const result = await browser.audit(shop.url + path, { categories: CATEGORIES, without, headers });
    expect(missed(result)).toEqual([]);
    for (const category of CATEGORIES) expect(result.categories[category]?.score, category).toBe(1);
    expect(result.audits['cumulative-layout-shift']?.numericValue).toBeLessThan(0.02);
  });
});
