import { close, open, read } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A file open for reading. */
export interface ReadableFile {
  readonly size: number;
  /** Fills the buffer from a position of the file on; answers how many bytes there were. */
  read(buffer: Buffer, position: number, length: number): Promise<number>;
  close(): Promise<void>;
}

const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

/** Numbers, as a `FileHandle` would be closed once nobody refers to it. */
const keptOpen = new Map<string, number>();

/**
 * Opens a file for reading without harm to SQLite in this process. Locks of POSIX belong to the process and the file: whoever closes any
 * descriptor of a database releases all locks that SQLite holds on it, and the next command that ends would take itself for the
 * last user and delete the `-wal` under this process (sqlite.org/howtocorrupt.html, 2.2). So a database that was opened here
 * once stays open until the process ends.
 */
export async function openUnlocked(path: string): Promise<ReadableFile | null> {
  const { dev, ino, size } = await stat(path);
  // Nothing to read; and it may be a database that is just being made.
  if (size === 0) return null;
  const key = `${dev}:${ino}`;
  const kept = keptOpen.get(key);
  const descriptor = kept ?? (await promisify(open)(path, 'r'));
  const isDatabase = kept !== undefined || (await startsAsDatabase(descriptor));
  if (isDatabase) keptOpen.set(key, descriptor);
  return {
    size,
    read: async (buffer, position, length) =>
      (await promisify(read)(descriptor, buffer, 0, Math.min(length, buffer.length), position)).bytesRead,
    close: async () => {
      if (!isDatabase) await promisify(close)(descriptor);
    },
  };
}

async function startsAsDatabase(descriptor: number): Promise<boolean> {
  const start = Buffer.alloc(SQLITE.length);
  await promisify(read)(descriptor, start, 0, start.length, 0);
  return start.equals(SQLITE);
}
