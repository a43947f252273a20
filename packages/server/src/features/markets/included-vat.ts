const WHOLE = 10_000;

/**
 * The VAT that a gross amount includes, in minor units, rounded half up; a refund of the amount includes as much with a minus.
 * Amounts are integers of minor units, the rate is in basis points; all arithmetic is on integers.
 */
export function includedVat(grossMinor: number, basisPoints: number): number {
  const { quotient, remainder, divisor } = divide(Math.abs(grossMinor), basisPoints);
  const rounded = quotient + (2 * remainder >= divisor ? 1 : 0);
  return grossMinor < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * The VAT that each line of an invoice includes, so that the lines add up to the VAT of the whole to the cent: every line gets its
 * VAT rounded down, and the cents left over go to the lines that lost most by it, the earlier one first.
 */
export function splitIncludedVat(grossLines: readonly number[], basisPoints: number): number[] {
  const total = includedVat(
    grossLines.reduce((sum, gross) => sum + gross, 0),
    basisPoints,
  );
  const exact = grossLines.map((gross) => divide(gross, basisPoints));
  const shares = exact.map(({ quotient }) => quotient);
  const byLoss = exact.map((_, line) => line).sort((a, b) => (exact[b]?.remainder ?? 0) - (exact[a]?.remainder ?? 0));
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  for (const line of byLoss.slice(0, left)) shares[line] = (shares[line] ?? 0) + 1;
  return shares;
}

/** Gross times rate over 1 plus rate, rounded down, with what remains; the remainder is never negative. */
function divide(gross: number, basisPoints: number): { quotient: number; remainder: number; divisor: number } {
  const divisor = WHOLE + basisPoints;
  const product = gross * basisPoints;
  if (![gross, basisPoints, 2 * product].every(Number.isSafeInteger) || basisPoints < 0) {
    throw new RangeError('Amounts are integers of minor units, rates integers of basis points from 0 on.');
  }
  const quotient = Math.floor(product / divisor);
  return { quotient, remainder: product - quotient * divisor, divisor };
}
