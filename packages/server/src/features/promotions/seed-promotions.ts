import type { SqlEntityManager } from '@mikro-orm/sql';
import { Promotion } from './promotion.entity.ts';

/** The promotions of the demo shop. */
export const DEMO_PROMOTIONS = [
  {
    code: 'WELCOME10',
    kind: 'PERCENT',
    percent: 1_000,
    amounts: {},
    minimumSubtotals: { EUR: 2_000, GBP: 2_000, USD: 2_000, CNY: 15_000 },
    validFrom: '2025-01-01',
    validUntil: null,
    active: true,
  },
  {
    code: 'FREESHIP',
    kind: 'FREE_SHIPPING',
    percent: null,
    amounts: {},
    minimumSubtotals: {},
    validFrom: '2025-01-01',
    validUntil: null,
    active: true,
  },
] as const;

/** Puts the demo's promotions into a shop that has none. Answers how many. */
export async function seedPromotions(em: SqlEntityManager): Promise<number> {
  if ((await em.count(Promotion)) > 0) return 0;
  for (const promotion of DEMO_PROMOTIONS) em.create(Promotion, promotion);
  await em.flush();
  return DEMO_PROMOTIONS.length;
}
