/** The kinds of job that payments queue. */
export const PaymentJob = {
  LAPSE: 'lapse-payment',
  REFUND: 'refund-payment',
  SWEEP_EVENTS: 'sweep-payment-events',
} as const;
