import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './until.ts';

/** A server process as an operator starts it. */
export interface ShopProcess {
  readonly url: string;
  /** Everything it wrote. */
  output(): string;
  /** Ends it with a signal, and waits until it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a server process on a port, and waits until it is ready. */
export async function startShopProcess(env: Readonly<Record<string, string>> & { PORT: string }): Promise<ShopProcess> {
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', SEED_DEMO: 'false', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://localhost:${env.PORT}`;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  await until('the server is ready', async () => {
    if (hasEnded()) throw new Error(`The server ended: ${output}`);
    return (await fetch(`${url}/health/ready`).catch(() => null))?.ok ?? false;
  });
  return {
    url,
    output: () => output,
    end: async (signal) => {
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}
