import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TestStores } from '../stores/describe-dialects.ts';

/** How a command ended. */
export interface CommandEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an operator's command in a process of its own, on the stores of a test. */
export function runCommand(
  { urls, dataDir }: Pick<TestStores, 'urls' | 'dataDir'>,
  ...args: string[]
): Promise<CommandEnd> {
  const folder = join(import.meta.dirname, '../..');
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    DATABASE_URL: urls.mainUrl,
    KEYS_DATABASE_URL: urls.keysUrl,
    LOG_DATABASE_URL: urls.logUrl,
  };
  const command = ['dist/cli.js', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
