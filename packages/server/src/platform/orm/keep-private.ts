import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** What SQLite writes beside a file; it takes over the file's mode when it makes them, and leaves them alone later. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/**
 * Makes an SQLite file, and what stands beside it, readable for this process's user alone, before it is opened. The log of
 * writes holds the same rows as the file.
 */
export function keepPrivate(file: string): void {
  if (file === ':memory:') return;
  closeSync(openSync(file, 'a', 0o600));
  for (const name of [file, ...BESIDE.map((end) => `${file}${end}`)]) if (existsSync(name)) chmodSync(name, 0o600);
}
