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
  { urls, dataDir }: Pick<TestStores, 'urls' | 'dataDir'>,
  ...given: (string | Readonly<Record<string, string>>)[]
): Promise<CommandEnd> {
  const args = given.filter((one) => typeof one === 'string');
  const settings = given.flatMap((one) => (typeof one === 'object' ? Object.entries(one) : []));
  const folder = join(import.meta.dirname, '../..');
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    DATABASE_URL: urls.mainUrl,
    KEYS_DATABASE_URL: urls.keysUrl,
    LOG_DATABASE_URL: urls.logUrl,
    ...Object.fromEntries(settings),
  };
  const command = ['dist/cli.js', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
