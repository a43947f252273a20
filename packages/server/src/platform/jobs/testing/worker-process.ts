import { appendFileSync, readFileSync } from 'node:fs';
import { createInProcessBus } from '../../bus/in-process-bus.ts';
import { systemClock } from '../../clock/clock.ts';
import { openStore } from '../../orm/store.ts';
import { JobSchema } from '../job.entity.ts';
import { JobWorker } from '../job-worker.ts';

/**
 * A worker in a process of its own. Arguments: URL of the store, a file that it writes a line to for each job it begins and
 * ends, how long a job takes in ms, and how many processes must have begun one before any ends.
 */
const [url = '', file = '', takesMs = '0', together = '1'] = process.argv.slice(2);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const processes = () =>
  new Set(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[2]),
  ).size;
const store = await openStore({ url, entities: [JobSchema], migrations: { sqlite: [], postgresql: [] } });
const bus = createInProcessBus(() => undefined);
const worker = new JobWorker({ store, bus, clock: systemClock, leaseMs: 1_500, pollMs: 50 });
worker.registerJob('write-line', async ({ payload }) => {
  appendFileSync(file, `begin ${payload.name} ${process.pid}\n`);
  while (processes() < Number(together)) await wait(5);
  await wait(Number(takesMs));
  appendFileSync(file, `end ${payload.name} ${process.pid}\n`);
});
await worker.start();
process.stdout.write('ready\n');
process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));
// Never outlives the test.
process.stdin.on('end', () => process.exit(1)).resume();
