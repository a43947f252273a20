import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { agreed } from './merchant.ts';

/** The entry file, as Node runs it without a build. */
export const entryFile = fileURLToPath(new URL('../main.ts', import.meta.url));

/** An institution in a process of its own. */
export type InstitutionProcess = {
  child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The address of its ready line; rejects when it ends before. */
  ready: Promise<string>;
  /** All it has written to both outputs. */
  output: () => { stdout: string; stderr: string };
  /** Resolves with exit code or signal when it is gone and its outputs are read. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** The environment of an institution for tests. */
export function processEnvironment(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    SANDBOX_PORT: '0',
    SANDBOX_DATA: ':memory:',
    SANDBOX_API_KEY: agreed.apiKey,
    SANDBOX_WEBHOOK_SECRET: agreed.webhookSecret,
    SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/',
    SANDBOX_RETURN_ORIGINS: agreed.returnOrigin,
    ...overrides,
  };
}

/** Starts `main.ts` with this Node, its standard input held open by the test. */
export function startInstitutionProcess(overrides: Record<string, string> = {}): InstitutionProcess {
  const child = spawn(process.execPath, [entryFile], {
    env: processEnvironment(overrides),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then((how) => {
    const [code, signal] = how as [number | null, NodeJS.Signals | null];
    return { code, signal };
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.includes('\n')) resolve((JSON.parse(stdout.slice(0, stdout.indexOf('\n'))) as { url: string }).url);
    });
    ended.then(() => reject(new Error(`The institution ended before it was ready: ${stderr}`)), reject);
  });
  // A test that expects the end does not wait for the ready line.
  ready.catch(() => {});
  return { child, ready, output: () => ({ stdout, stderr }), ended };
}
