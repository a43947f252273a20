/**
 * Splits an amount over parts in proportion to their weights, so that the shares add up to it to the cent: every part gets
 * its share rounded down, and what is left over goes, a cent each, to those that lost most by it, the earlier one first.
 * A share never exceeds its weight as long as the amount does not exceed their sum.
 * @param amount integer of minor units, from 0 to the sum of the weights.
 * @param weights integers of minor units, not negative.
 */
export function splitAmount(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (![amount, ...weights].every((value) => Number.isSafeInteger(value) && value >= 0) || amount > sum) {
    throw new RangeError('An amount is split over at least as much, all of it integers of minor units.');
  }
  if (amount === 0) return weights.map(() => 0);
  // Products of two amounts may pass 2^53, so they are made of big integers.
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = exact.map((product) => Number(product / BigInt(sum)));
  const lost = exact.map((product) => product % BigInt(sum));
  const byLoss = weights
    .map((_, at) => at)
    .sort((a, b) => Number((lost[b] ?? 0n) > (lost[a] ?? 0n)) - Number((lost[a] ?? 0n) > (lost[b] ?? 0n)) || a - b);
  const left = amount - shares.reduce((total, share) => total + share, 0);
  for (const at of byLoss.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
