import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TestStores } from '../stores/describe-dialects.ts';

/** How a command ended. */
export interface CommandEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an operator's command in a process of its own, on the stores of a test; with further settings if the last argument is some. */
export function runCommand(
  stores: Pick<TestStores, 'urls' | 'dataDir'>,
  ...given: (string | Readonly<Record<string, string>>)[]
): Promise<CommandEnd> {
  const args = given.filter((one) => typeof one === 'string');
  const env = Object.assign({}, ...given.filter((one) => typeof one === 'object')) as Record<string, string>;
  return runCommandWith(stores, { env }, ...args);
}

/** The same with what it reads from standard input, and further settings. */
export function runCommandWith(
  { urls, dataDir }: Pick<TestStores, 'urls' | 'dataDir'>,
  { input = '', env: more = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
  ...args: string[]
): Promise<CommandEnd> {
  const folder = join(import.meta.dirname, '../..');
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    DATABASE_URL: urls.mainUrl,
    KEYS_DATABASE_URL: urls.keysUrl,
    LOG_DATABASE_URL: urls.logUrl,
    ...more,
  };
  const command = ['dist/cli.js', ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}
