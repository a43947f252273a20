/** The kinds of job that mail queues. */
export const OrderMailJob = {
  /** Payload: `orderId` and `mail`, an `OrderMailKind`. Writes the mail and queues its sending. */
  WRITE: 'write-order-mail',
  /** Payload: `mailId`. */
  SEND: 'send-mail',
  SWEEP: 'sweep-mail',
} as const;
