import { randomInt } from 'node:crypto';
import type { RunSql } from '../../platform/orm/raw-sql.ts';

/** Digits and capitals that nobody mistakes for one another, spoken or written: no 0 and O, no 1, I and L, no U and V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A number such as BR-7K3M-9QXD: random, so that it tells nothing of how many orders there are. */
function randomOrderNumber(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `BR-${group()}-${group()}`;
}

/** Whether a text can be the number of an order: anything else need not be looked for, nor be kept until it is. */
export function isOrderNumber(text: string): boolean {
  return /^BR(?:-[0-9A-Z]{4}){2}$/.test(text);
}

/** A number that no order has. */
export async function freeOrderNumber(run: RunSql): Promise<string> {
  for (;;) {
    const number = randomOrderNumber();
    if ((await run('select 1 from placed_order where number = ?', [number])).length === 0) return number;
  }
}
