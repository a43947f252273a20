import { describe, expect, it } from 'vitest';
import { checkPaymentLifecycle, movePayment, type PaymentTransition, stateAfter } from './payment-lifecycle.ts';

const sound: PaymentTransition[] = [
  { from: 'CREATED', act: 'succeed', to: 'SUCCEEDED' },
  { from: 'SUCCEEDED', act: 'payBack', to: 'REFUNDED' },
];
const check = (table: PaymentTransition[]) => () => checkPaymentLifecycle(table, 'CREATED', ['REFUNDED']);

describe('The lifecycle of payments', () => {
  it('loads if its table is sound', () => expect(check(sound)).not.toThrow());

  it.each<[string, PaymentTransition[], RegExp]>([
    ['an act has two outcomes', [...sound, { from: 'CREATED', act: 'succeed', to: 'OPEN' }], /two outcomes/],
    ['a final state has a way out', [...sound, { from: 'REFUNDED', act: 'open', to: 'OPEN' }], /way out/],
    ['a state leads nowhere', [...sound, { from: 'CREATED', act: 'open', to: 'OPEN' }], /dead end/],
    ['a state is out of reach', [...sound, { from: 'OPEN', act: 'cancel', to: 'REFUNDED' }], /out of reach/],
  ])('does not load if %s', (_title, table, message) => expect(check(table)).toThrow(message));

  it('refuses what the table does not have, and changes nothing then', () => {
    const payment = { state: 'REFUNDED' as const };
    expect(() => movePayment(payment, 'succeed')).toThrow(expect.objectContaining({ code: 'PAYMENT_TRANSITION' }));
    expect(payment.state).toBe('REFUNDED');
  });

  it('never makes a payment expired that was not lapsing first, and never releases a paid one', () => {
    expect([stateAfter('OPEN', 'expire'), stateAfter('CREATED', 'expire')]).toEqual([null, null]);
    expect([stateAfter('SUCCEEDED', 'lapse'), stateAfter('SUCCEEDED', 'cancel')]).toEqual([null, null]);
  });
});
