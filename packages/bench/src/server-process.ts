import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Target } from './measure.ts';

/** A server of the bench, in a process of its own so that its processor time is its own. */
export interface ServerProcess extends Target {
  readonly pid: number;
  /** Milliseconds from the start of `node` to the first answer. */
  readonly firstAnswerMs: number;
  stop(): Promise<void>;
}

const SERVER = join(import.meta.dirname, '../../server/dist');

/** A free port on loopback. */
export async function freePort(): Promise<number> {
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
    env: { ...process.env, DATA_DIR: dataDir, SEED_DEMO: 'false' },
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`import:catalog ended with ${code}.`);
}

/** Starts the built shop on a data folder and waits for its first answer to a query. */
export async function startShop(dataDir: string): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, [join(SERVER, 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      LOG_LEVEL: 'error',
      SEED_DEMO: 'false',
      PORT: String(port),
      SANDBOX_PORT: String(await freePort()),
      DATA_DIR: dataDir,
    },
  });
  await firstAnswer(child, url);
  return { url, pid: child.pid ?? 0, firstAnswerMs: performance.now() - started, stop: () => stop(child) };
}

/** Starts the floor. */
export async function startFloor(schemaFile: string, answersFile: string): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor.ts'), schemaFile, answersFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return { url, pid: child.pid ?? 0, firstAnswerMs: performance.now() - started, stop: () => stop(child) };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The shop ended with ${child.exitCode}.`);
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ products(first: 1) { nodes { title } } }"}',
    }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The shop did not answer in a minute.');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
