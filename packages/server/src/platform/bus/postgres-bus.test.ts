import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { RawSql } from '../orm/raw-sql.ts';
import type { Bus, BusEvents } from './bus.ts';
import { openBus } from './open-bus.ts';
import { openPostgresBus } from './postgres-bus.ts';

/** Collects the catalogue versions that a bus delivers. */
function listen(bus: Bus): number[] {
  const heard: number[] = [];
  bus.subscribe('catalogue-changed', ({ version }) => void heard.push(version));
  return heard;
}

describeEachDialect('The bus', (open, dialect) => {
  it('delivers to every handler of the publisher before publish resolves, whatever one of them throws', async () => {
    const { main, urls } = await open();
    const errors: unknown[] = [];
    const bus = await openBus({ store: main, url: urls.mainUrl, onError: (error) => errors.push(error) });
    bus.subscribe('catalogue-changed', () => {
      throw new Error('broken handler');
    });
    const heard = listen(bus);
    await bus.publish('catalogue-changed', { version: 7 });
    expect(heard).toEqual([7]);
    expect(errors).toHaveLength(1);
    await bus.close();
  });

  it('lets a handler publish', async () => {
    const { main, urls } = await open();
    const bus = await openBus({
      store: main,
      url: urls.mainUrl,
      onError: (error) => expect.unreachable(String(error)),
    });
    bus.subscribe('key-epoch-changed', ({ epoch }) => bus.publish('catalogue-changed', { version: epoch }));
    const heard = listen(bus);
    await bus.publish('key-epoch-changed', { epoch: 3 });
    expect(heard).toEqual([3]);
    await bus.close();
  });

  if (dialect === 'sqlite') return;

  it('delivers to other processes, each event once, large ones too', async () => {
    const { main, urls } = await open();
    const onError = (error: unknown) => expect.unreachable(String(error));
    const [one, two] = [
      await openPostgresBus({ store: main, url: urls.mainUrl, onError, pollEveryMs: 50 }),
      await openPostgresBus({ store: main, url: urls.mainUrl, onError, pollEveryMs: 50 }),
    ];
    const heard = listen(two);
    const sizes: number[] = [];
    let listening = false;
    two.subscribe('stock-changed', ({ variantIds }: BusEvents['stock-changed']) => {
      if (variantIds[0] === 'probe') listening = true;
      else sizes.push(variantIds.length);
    });
    // News of stock are not kept for a process that does not listen yet.
    await expect
      .poll(
        async () => {
          await one.publish('stock-changed', { variantIds: ['probe'] });
          return listening;
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    for (let version = 1; version <= 50; version += 1) await one.publish('catalogue-changed', { version });
    await one.publish('stock-changed', { variantIds: Array.from({ length: 1_000 }, (_, i) => `variant-${i}`) });
    const sum = () => sizes.reduce((total, size) => total + size, 0);
    await expect.poll(() => [heard.length, sum()], { timeout: 30_000 }).toEqual([50, 1_000]);
    // Several more looks at the table find nothing new.
    await pause(200);
    expect(new Set(heard).size).toBe(50);
    expect(heard).toHaveLength(50);
    for (const bus of [one, two]) await bus.close();
  });

  it('stores nothing of what stock changed: beside a time it would lead from an order to goods (D4)', async () => {
    const { main, urls } = await open();
    const bus = await openPostgresBus({ store: main, url: urls.mainUrl, onError: () => undefined, pollEveryMs: 50 });
    await bus.publish('stock-changed', { variantIds: ['variant-1'] });
    await bus.publish('catalogue-changed', { version: 1 });
    expect(await new RawSql(main).run('select name from bus_event')).toEqual([{ name: 'catalogue-changed' }]);
    await bus.close();
  });

  it('makes up for lost notifications from the table', async () => {
    const { main, urls } = await open();
    const sql = new RawSql(main);
    const bus = await openPostgresBus({ store: main, url: urls.mainUrl, onError: () => undefined, pollEveryMs: 50 });
    const heard = listen(bus);
    // As another process would, whose notification is lost.
    const publishSilently = (version: number) =>
      sql.run(
        `insert into bus_event (id, name, payload, published_at) values (gen_random_uuid(), 'catalogue-changed', ?, clock_timestamp())`,
        [JSON.stringify({ version })],
      );
    await publishSilently(1);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1]);
    // The first may have been read when the connection was new; after that only polling finds one.
    await publishSilently(2);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1, 2]);
    await bus.close();
  });

  it('listens again after its connection was cut', async () => {
    const { main, urls } = await open();
    const sql = new RawSql(main);
    const errors: unknown[] = [];
    const options = {
      store: main,
      url: urls.mainUrl,
      onError: (error: unknown) => errors.push(error),
      pollEveryMs: 3_600_000,
    };
    const [bus, publisher] = [await openPostgresBus(options), await openPostgresBus(options)];
    const heard = listen(bus);
    const listening = async () =>
      (
        await sql.run(
          `select 1 from pg_stat_activity where application_name = 'barrier bus' and datname = current_database()`,
        )
      ).length;
    await expect.poll(listening, { timeout: 10_000 }).toBe(2);
    await sql.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'barrier bus' and datname = current_database()`,
    );
    await publisher.publish('catalogue-changed', { version: 1 });
    // No poll comes to help within the hour: the new connection reads what was missed.
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([1]);
    expect(errors.length).toBeGreaterThan(0);
    for (const one of [bus, publisher]) await one.close();
  });
});
