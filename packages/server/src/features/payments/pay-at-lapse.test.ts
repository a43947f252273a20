import { expect, it } from 'vitest';
import { raceLapseAgainstPayment } from '../../../test/payments/pay-at-lapse.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';

describeEachDialect('Paying at the instant of the lapse', (open) => {
  it('ends paid or lapsed, at the institution and here alike, 50 times over', async () => {
    const { paid, lapsed } = await raceLapseAgainstPayment(await open(), 50);
    expect(paid + lapsed).toBe(50);
  });
});
