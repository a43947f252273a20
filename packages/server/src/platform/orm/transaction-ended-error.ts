/** A statement came after SQLite had ended its transaction by itself, as it does when the disk is full. */
export class TransactionEndedError extends Error {
  readonly code = 'TRANSACTION_ENDED';

  constructor() {
    super('The transaction has ended already.');
  }
}
