import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../platform/clock/clock.ts';
import type { SqlRunner } from '../../platform/orm/raw-sql.ts';
import type { AccessEvent } from './access-event.ts';
import { issueReceipt, type LogReceipt } from './log-receipt.ts';
import { type WrittenEvent, writeEntries } from './write-entries.ts';

/** The access log, on its own connection, never in the caller's transaction (D6). */
export interface AccessLog {
  /**
   * Writes one entry per event in one durable write; resolves after the commit. The receipt holds no event about a subject who is
   * forgotten: there is nothing left to look at.
   */
  append(events: readonly AccessEvent[]): Promise<LogReceipt>;
  /** Cuts the tie between a subject and their pseudonym; entries stay, about nobody (D8). Idempotent. */
  forgetSubject(subjectId: string): Promise<void>;
}

interface Waiting {
  readonly events: readonly AccessEvent[];
  readonly resolve: (receipt: LogReceipt) => void;
  readonly reject: (error: unknown) => void;
}

/** Opens the log on its store, which nobody else writes to. Appends that come while one is being written are written together, in the next transaction. */
export async function openAccessLog(sql: SqlRunner, clock: Clock): Promise<AccessLog> {
  await sql.run('insert into log_head (id, entries) values (1, 0) on conflict (id) do nothing');
  let waiting: Waiting[] = [];
  let writing = false;

  const drain = async () => {
    writing = true;
    while (waiting.length > 0) {
      // What comes in the same turn of the process shares a write, which is most of what an entry costs.
      await nextTurn();
      const batch = waiting;
      waiting = [];
      await writeTogether(sql, clock, batch);
    }
    writing = false;
  };

  return {
    append: (events) => {
      if (events.length === 0) return Promise.resolve(issueReceipt([], []));
      return new Promise<LogReceipt>((resolve, reject) => {
        waiting.push({ events, resolve, reject });
        if (!writing) void drain();
      });
    },
    forgetSubject: async (subjectId) => {
      await sql.transaction(async (run) => {
        // Waits for writers, so that none of them writes the head of a chain back.
        await run('update log_head set entries = entries where id = 1');
        await run(
          `insert into subject_pseudonym (subject_id, pseudonym, entries, head) values (?, null, 0, null)
           on conflict (subject_id) do update set pseudonym = null, entries = 0, head = null`,
          [subjectId],
        );
      });
    },
  };
}

/** One transaction for all; if it fails, each on its own, so that one operation's fault is not another's. */
async function writeTogether(sql: SqlRunner, clock: Clock, batch: readonly Waiting[]): Promise<void> {
  try {
    const written = await writeEntries(
      sql,
      batch.flatMap(({ events }) => events),
      clock.now(),
    );
    let start = 0;
    for (const { events, resolve } of batch) {
      resolve(receiptFor(written.slice(start, start + events.length)));
      start += events.length;
    }
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) return only?.reject(error);
    for (const one of batch) await writeTogether(sql, clock, [one]);
  }
}

function receiptFor(written: readonly WrittenEvent[]): LogReceipt {
  const logged = written.flatMap(({ event, sequence }) => (sequence === null ? [] : [{ event, sequence }]));
  return issueReceipt(
    logged.map(({ event }) => event),
    logged.map(({ sequence }) => sequence),
  );
}
