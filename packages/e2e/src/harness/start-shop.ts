import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running shop: the built server in a process of its own, on a data folder of its own. */
export interface RunningShop {
  readonly url: string;
  /** The sandbox payment institution that the shop runs beside itself. */
  readonly institutionUrl: string;
  readonly dataDir: string;
  /** Everything it wrote to its standard output and error. */
  output(): string;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/** Starts the built shop with a seeded demo catalogue and waits until it is ready. */
export async function startShop(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'barrier-shop-')),
): Promise<RunningShop> {
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const main = join(import.meta.dirname, '../../../server/dist/main.js');
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: dataDir,
      // Named by what they show, so all shops may share them, and the next run has them already.
      PICTURES_DIR: join(import.meta.dirname, '../../results/pictures'),
      RENDER_AHEAD: 'false',
      DEMO_CUSTOMERS: 'false',
      ...env,
    },
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const output = () => chunks.join('');
  const url = `http://localhost:${port}`;
  await ready(child, url, output);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    institutionUrl: `http://127.0.0.1:${sandboxPort}`,
    dataDir,
    output,
    stop,
    dispose: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The shop ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The shop was not ready in a minute:\n${output()}`);
}

/** A TCP port on loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
