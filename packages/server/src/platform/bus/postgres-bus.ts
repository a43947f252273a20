import { randomUUID } from 'node:crypto';
import { RawSql } from '../orm/raw-sql.ts';
import type { Store } from '../orm/store.ts';
import type { Bus, BusEvents, BusHandler } from './bus.ts';
import { keepListening } from './keep-listening.ts';
import { singleFlight } from './single-flight.ts';

/** What the bus of several processes works with. */
export interface PostgresBusOptions {
  /** The main store, in whose table the events stand. */
  readonly store: Store;
  /** Its address, for the connection that listens. */
  readonly url: string;
  /** A handler failed, or the connection was lost; the bus goes on. */
  readonly onError: (error: unknown) => void;
  /** Time (ms) between looks at the table when no notification comes. */
  readonly pollEveryMs?: number;
}

const CHANNEL = 'barrier_bus';
/** Longest time (seconds) between the moment an event is stamped and its commit: one statement of its own. */
const COMMIT_SLACK_S = 20;
/** How long (minutes) events stay in the table. */
const KEPT_MINUTES = 10;
/** One publication in so many also clears the table. */
const CLEAR_EVERY = 200;

interface EventRow {
  readonly id: string;
  readonly name: keyof BusEvents;
  readonly payload: string;
}

/** A notification holds less than 8,000 bytes; one for a larger event is empty, and the table is read. */
const LARGEST_NOTIFICATION = 7_000;
/** How many ids fit into one notification with room to spare. */
const VARIANTS_PER_NOTIFICATION = 100;

/**
 * The bus of several processes on PostgreSQL (D10). An event is a row and a notification; one that is lost, by a broken
 * connection or a busy server, is made up for by the next look at the table. News of stock are a notification alone. Events reach
 * their publisher before `publish` resolves.
 */
export async function openPostgresBus(options: PostgresBusOptions): Promise<Bus> {
  const { store, onError, pollEveryMs = 1_000 } = options;
  const sql = new RawSql(store);
  const handlers = new Map<keyof BusEvents, BusHandler<never>[]>();
  const seen = new Map<string, number>();
  const start = await databaseTime(sql);
  let since = start;
  let closed = false;
  let published = 0;

  const deliver = async ({ name, payload }: EventRow) => {
    for (const handler of handlers.get(name) ?? []) {
      try {
        await handler(JSON.parse(payload) as never);
      } catch (error) {
        onError(error);
      }
    }
  };

  const receive = async (row: EventRow) => {
    if (seen.has(row.id)) return;
    seen.set(row.id, Date.now());
    await deliver(row);
  };

  const look = async () => {
    const until = await databaseTime(sql);
    for (const row of await readSince(sql, since)) await receive(row);
    since = Math.max(start, until - COMMIT_SLACK_S * 1_000);
    for (const [id, at] of seen) if (at < Date.now() - 3 * COMMIT_SLACK_S * 1_000) seen.delete(id);
  };

  const looking = singleFlight(look, onError, () => closed);
  const listener = keepListening(options.url, CHANNEL, onError, (notification) => {
    if (notification) void receive(JSON.parse(notification) as EventRow);
    else looking.request();
  });
  const timer = setInterval(looking.request, pollEveryMs).unref();

  return {
    publish: async (name, payload) => {
      for (const part of partsOf(name, payload)) {
        const event: EventRow = { id: randomUUID(), name, payload: JSON.stringify(part) };
        seen.set(event.id, Date.now());
        if (name === 'stock-changed') await notify(sql, event);
        else await storeAndNotify(sql, event);
        await deliver(event);
      }
      published += 1;
      if (published % CLEAR_EVERY === 0) {
        await sql.run(`delete from bus_event where published_at < now() - interval '${KEPT_MINUTES} minutes'`);
      }
    },
    subscribe: (name, handler) => {
      handlers.set(name, [...(handlers.get(name) ?? []), handler as BusHandler<never>]);
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await listener.close();
      await looking.idle();
      handlers.clear();
    },
  };
}

/** The events that an event is sent as: many variants are told of in several notifications. */
function partsOf<Name extends keyof BusEvents>(name: Name, payload: BusEvents[Name]): BusEvents[keyof BusEvents][] {
  if (name !== 'stock-changed') return [payload];
  const { variantIds } = payload as BusEvents['stock-changed'];
  const count = Math.ceil(variantIds.length / VARIANTS_PER_NOTIFICATION);
  return Array.from({ length: count }, (_, part) => ({
    variantIds: variantIds.slice(part * VARIANTS_PER_NOTIFICATION, (part + 1) * VARIANTS_PER_NOTIFICATION),
  }));
}

async function storeAndNotify(sql: RawSql, event: EventRow): Promise<void> {
  const notification = JSON.stringify(event);
  await sql.run(
    `with event as (insert into bus_event (id, name, payload, published_at) values (?, ?, ?, clock_timestamp()) returning id)
     select pg_notify('${CHANNEL}', ?) from event`,
    [event.id, event.name, event.payload, Buffer.byteLength(notification) < LARGEST_NOTIFICATION ? notification : ''],
  );
}

/**
 * Tells and stores nothing. What stock changed is told like this: a row that names goods beside a time would lead from the order
 * of that time to them (D4). One that is lost is made up for, since every process looks at all stock now and then.
 */
async function notify(sql: RawSql, event: EventRow): Promise<void> {
  await sql.run(`select pg_notify('${CHANNEL}', ?)`, [JSON.stringify(event)]);
}

/** Milliseconds since the epoch by the clock of the database, which stamps the events. */
async function databaseTime(sql: RawSql): Promise<number> {
  const [row] = await sql.run<{ now: string | number }>('select extract(epoch from clock_timestamp()) * 1000 as now');
  return Number(row?.now);
}

function readSince(sql: RawSql, since: number): Promise<EventRow[]> {
  return sql.run<EventRow>(
    `select id, name, payload from bus_event where published_at >= to_timestamp(?::double precision / 1000) order by published_at, id`,
    [since],
  );
}
