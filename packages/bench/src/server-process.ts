import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cpuSeconds, metric, post, type Target } from './measure.ts';

/** A server of the bench, in a process of its own so that its processor time is its own. */
export interface ServerProcess extends Target {
  /** Milliseconds from the start of `node` to the first answer. */
  readonly firstAnswerMs: number;
  /** Milliseconds of processor time until then. */
  readonly firstAnswerCpuMs: number;
  stop(): Promise<void>;
}

const SERVER = join(import.meta.dirname, '../../server/dist');

/** How long a server may take to its first answer before the bench gives up (ms). */
const LONGEST_START = 60_000;

/** A free port on loopback. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Imports a catalogue file into a data folder with the shop's own command. */
export async function importCatalogue(dataDir: string, file: string): Promise<void> {
  const child = spawn(process.execPath, [join(SERVER, 'cli.js'), 'import:catalog', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`import:catalog ended with ${code}.`);
}

/** Starts the built shop on a data folder and waits for its first answer to a query. */
export async function startShop(
  dataDir: string,
  { seed = false, node = process.execPath } = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const sandboxPort = await freePort();
  const started = performance.now();
  const child = spawn(node, [join(SERVER, 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      // As `start` does: glibc would keep what a dozen threads have freed in a pool for each, and more of it the larger it once was.
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '131072',
      MALLOC_TRIM_THRESHOLD_: '131072',
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      SEED_DEMO: String(seed),
      RENDER_AHEAD: 'false',
      DEMO_CUSTOMERS: 'false',
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: dataDir,
    },
  });
  return firstAnswer(child, `http://127.0.0.1:${port}`, started, FIRST_QUESTION.shop);
}

/** Starts the floor. */
export async function startFloor(schemaFile: string, answersFile: string): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor.ts'), schemaFile, answersFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return firstAnswer(child, url, started, FIRST_QUESTION.floor);
}

/** Megabytes of memory that a process has resident. */
export async function residentMegabytes({ url }: Target): Promise<number> {
  return (await metric(url, 'process_resident_memory_bytes')) / 1e6;
}

/** What a server is asked first: the shop for a product, the floor, which knows only the bench's operations, for nothing. */
const FIRST_QUESTION = {
  shop: JSON.stringify({ query: '{ products(first: 1) { nodes { title } } }' }),
  floor: JSON.stringify({ query: '{ __typename }' }),
};

async function firstAnswer(
  child: ChildProcess,
  url: string,
  started: number,
  question: string,
): Promise<ServerProcess> {
  const target = { url, pid: child.pid ?? 0 };
  const deadline = started + LONGEST_START;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`A server ended with ${child.exitCode}.`);
    const answered = await post(target, question).then(
      () => true,
      () => false,
    );
    if (answered) {
      const firstAnswerMs = performance.now() - started;
      const firstAnswerCpuMs = (await cpuSeconds(target)) * 1e3;
      return { ...target, firstAnswerMs, firstAnswerCpuMs, stop: () => stop(child) };
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await stop(child);
  throw new Error(`A server did not answer in ${LONGEST_START / 1_000} s.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
