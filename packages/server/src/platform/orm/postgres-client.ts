import { Client, type ClientConfig, type QueryResult } from 'pg';
import { DATABASE_LIMITS, type DatabaseLimits, DatabaseSilentError } from './database-limits.ts';

type Ended = (error: Error) => void;

/** A connection to PostgreSQL that waits neither for ever to begin nor to end. */
export class PromptClient extends Client {
  readonly #goodbyeMs: number;

  constructor(config: ClientConfig & { readonly limits?: DatabaseLimits } = {}) {
    super(config);
    const { connectMs, goodbyeMs } = config.limits ?? DATABASE_LIMITS;
    this.#goodbyeMs = goodbyeMs;
    const limit = setTimeout(() => hangUp(this), connectMs);
    for (const event of ['connect', 'end']) this.once(event, () => clearTimeout(limit));
  }

  override end(): Promise<void>;
  override end(callback: Ended): void;
  override end(callback?: Ended): Promise<void> | void {
    // The server closes after it was told; one that is frozen or gone never does.
    const limit = setTimeout(() => this.connection.stream.destroy(), this.#goodbyeMs).unref();
    this.once('end', () => clearTimeout(limit));
    return callback ? super.end(callback) : super.end();
  }
}

/** Ends a connection at once; whoever waits for an answer gets the error. */
function hangUp(client: Client): void {
  client.connection.stream.destroy(new DatabaseSilentError());
}

/** Asks, and hangs up if no answer comes in time: a late one would be taken for that to the next question. */
export async function askInTime(
  client: Client,
  limitMs: number,
  text: string,
  parameters?: readonly unknown[],
): Promise<QueryResult> {
  const limit = setTimeout(() => hangUp(client), limitMs);
  try {
    return await client.query(text, parameters && [...parameters]);
  } finally {
    clearTimeout(limit);
  }
}
