/** How long PostgreSQL may keep whoever asks it waiting, in ms (decision 025). */
export interface DatabaseLimits {
  /** Until a new connection takes statements. */
  readonly connectMs: number;
  /** Since anybody was given a connection of a pool: then nobody in the queue will be. */
  readonly turnMs: number;
  /** A statement, waiting for locks included; the server itself ends it then. */
  readonly statementMs: number;
  /** An answer, also that a statement took too long; whoever waits hangs up then. */
  readonly answerMs: number;
  /** An answer in long work, where the server sets no limit. */
  readonly longAnswerMs: number;
  /** Between two statements of a transaction; the server ends the connection then, and what it has locked is free. */
  readonly idleInTransactionMs: number;
  /** Until the server closes a connection that it is told to. */
  readonly goodbyeMs: number;
}

/** The limits in force; a statement may wait as long as an import of a large catalogue holds the stock of its goods. */
export const DATABASE_LIMITS: DatabaseLimits = {
  connectMs: 10_000,
  turnMs: 30_000,
  statementMs: 30_000,
  answerMs: 35_000,
  longAnswerMs: 3_600_000,
  idleInTransactionMs: 60_000,
  goodbyeMs: 2_000,
};

/** PostgreSQL did not answer in time. */
export class DatabaseSilentError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database did not answer in time.');
  }
}
