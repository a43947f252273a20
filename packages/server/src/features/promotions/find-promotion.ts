import type { RunSql } from '../../platform/orm/raw-sql.ts';
import { parsed } from '../catalog/read-catalogue-rows.ts';
import type { PromotionTerms } from './discount-of.ts';
import type { AmountByCurrency, PromotionKind } from './promotion.entity.ts';

/** Longest code there can be. */
export const MAX_CODE_LENGTH = 32;

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

/** The promotion of a normalised code, whether it works or not; null if there is none. */
export async function findPromotion(run: RunSql, code: string): Promise<PromotionTerms | null> {
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
