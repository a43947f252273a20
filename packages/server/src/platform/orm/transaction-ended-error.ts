/** A statement came after its transaction was over: ended by whoever began it, or by SQLite itself, as it does when the disk is full. */
export class TransactionEndedError extends Error {
  readonly code = 'TRANSACTION_ENDED';

  constructor() {
    super('The transaction has ended already.');
  }
}
