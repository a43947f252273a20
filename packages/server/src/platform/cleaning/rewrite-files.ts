import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { CleaningError } from './cleaning-error.ts';

/** The exit code of sysexits.h for what will work later: somebody else was at the file all the time. */
export const TRY_LATER = 75;

/** Has SQLite files written anew by a process of its own, one after the other, so that this one serves on. @throws {CleaningError} */
export async function rewriteFiles(command: readonly [string, ...string[]], files: readonly string[]): Promise<void> {
  for (const file of files) {
    const [program, ...args] = command;
    const child = spawn(program, [...args, file], {
      // What is too large for memory is put together beside the file, not on another disk.
      env: { PATH: process.env.PATH ?? '', SQLITE_TMPDIR: dirname(file) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === TRY_LATER) throw new CleaningError('An SQLite file could not be written anew: somebody is at it.');
    if (code !== 0) throw new Error(`The process that writes an SQLite file anew ended with ${code}.`);
  }
}
