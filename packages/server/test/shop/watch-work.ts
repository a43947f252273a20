import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Shop } from '../../src/app/shop.ts';

/** What an answer cost, as far as somebody outside could measure it by the time it took. */
export interface Work {
  /** Statements sent to whichever database. */
  readonly statements: string[];
  /** Hashes, HMACs and hashes of passwords begun. */
  hashes: number;
}

const current = new AsyncLocalStorage<Work>();
let listening = false;

/** Counts what each request to a shop costs from now on, apart from what the shop does meanwhile by itself; answers a look at the last one. */
export function watchWork({ http }: Pick<Shop, 'http'>): () => Work {
  if (!listening) listenToDrivers();
  listening = true;
  let last: Work = { statements: [], hashes: 0 };
  http.server.prependListener('request', () => {
    last = { statements: [], hashes: 0 };
    current.enterWith(last);
  });
  return () => last;
}

/** Listens at the drivers and at node:crypto, below whatever the shop uses to reach them. */
function listenToDrivers(): void {
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first] = args;
    current.getStore()?.statements.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return query.apply(this, args);
  } as typeof Client.prototype.query;

  const probe = new Database(':memory:');
  const prototype = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, (...args: unknown[]) => unknown>;
  probe.close();
  for (const method of ['run', 'get', 'all', 'iterate']) {
    const original = prototype[method];
    if (!original) continue;
    prototype[method] = function (this: { source: string }, ...args: unknown[]) {
      current.getStore()?.statements.push(this.source);
      return original.apply(this, args);
    };
  }

  for (const name of ['createHash', 'createHmac', 'argon2'] as const) {
    const original = crypto[name] as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]) => {
      const work = current.getStore();
      if (work) work.hashes += 1;
      return original(...args);
    };
    Object.assign(crypto, { [name]: counted });
  }
  syncBuiltinESMExports();
}
