import { killPayments } from '../../../test/payments/kill-payments.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';

describeEachDialect('After kill -9 at every point', killPayments);
