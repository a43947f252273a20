import type { RunSql } from '../../platform/orm/raw-sql.ts';
import { refuseSensitive } from '../../privacy/guard/refuse-sensitive.ts';
import { parsed } from '../catalog/read-catalogue-rows.ts';
import type { PromotionTerms } from './discount-of.ts';
import type { AmountByCurrency, PromotionKind } from './promotion.entity.ts';

/** What a code consists of. */
const CODE = /^[A-Z0-9-]{1,32}$/;

/** A code as it is stored: without spaces, in capitals. */
export function normaliseCode(entered: string): string {
  return entered.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

interface PromotionRow {
  code: string;
  kind: PromotionKind;
  percent: number | null;
  amounts: AmountByCurrency | string;
  minimum_subtotals: AmountByCurrency | string;
  valid_from: string;
  valid_until: string | null;
  active: boolean | number;
}

/**
 * The promotion of a normalised code, whether it works or not; null if there is none. What cannot be a code is not looked up: people
 * type an address or a card number into any field, and a database may log what it is asked (P2.4, P4.4).
 */
export async function findPromotion(run: RunSql, code: string): Promise<PromotionTerms | null> {
  if (!CODE.test(code) || refuseSensitive(code)) return null;
  const [row] = await run<PromotionRow>('select * from promotion where code = ?', [code]);
  if (!row) return null;
  return {
    code: row.code,
    kind: row.kind,
    percent: row.percent,
    amounts: parsed(row.amounts),
    minimumSubtotals: parsed(row.minimum_subtotals),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    active: Boolean(row.active),
  };
}
