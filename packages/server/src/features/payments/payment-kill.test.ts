import { killPayments } from '../../../test/payments/kill-payments.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';

describeEachDialect('After kill -9', (open) => {
  // The other points are in the long tests: each takes a process.
  killPayments(open, 'IN_TRANSACTIONS');
});
