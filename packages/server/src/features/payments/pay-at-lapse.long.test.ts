import { expect, it } from 'vitest';
import { raceLapseAgainstPayment } from '../../../test/payments/pay-at-lapse.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';

describeEachDialect('Paying at the instant of the lapse', (open) => {
  it('ends paid or lapsed, at the institution and here alike, 1,000 times over', async () => {
    const { paid, lapsed } = await raceLapseAgainstPayment(await open(), 1_000);
    expect(Math.min(paid, lapsed)).toBeGreaterThan(0);
  });
});
