import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { sellerDayOf } from './seller-day.ts';

/** At least so many digits, so that numbers of a year sort as they were given. */
const DIGITS = 6;

/**
 * The next number of the series of the seller's year, such as 2026-000042 (Directive 2006/112/EC, Art. 226 no. 2). The series' row stays locked
 * until the caller's transaction ends: whoever is next waits for it, and a rollback gives the number back. So take it last.
 */
export async function nextInvoiceNumber(em: SqlEntityManager, paidAt: Date, sellerTimeZone: string): Promise<string> {
  const series = sellerDayOf(paidAt, sellerTimeZone).slice(0, 4);
  const [row] = await sqlIn(em).run<{ last: number }>(
    `insert into invoice_series (series, last) values (?, 1)
      on conflict (series) do update set last = invoice_series.last + 1 returning last`,
    [series],
  );
  if (!row) throw new Error('A series of invoice numbers answered none.');
  return `${series}-${String(row.last).padStart(DIGITS, '0')}`;
}
