import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { CanarySearch } from './canary-search.ts';
import { openUnlocked } from './open-unlocked.ts';
import type { ScanChunk, ScanSource } from './scan-source.ts';

const CHUNK = 64 * 1024;

/** Files that are secrets and hold nothing of people. */
const SECRETS = /^(?:secrets|keyring)\.json/;

/** Files that SQLite only locks: they hold no value, and to close one would release its locks in this process (`open-unlocked.ts`). */
const LOCKED = /^process\.lock|-shm$/;

/** Whether a file is none that SQLite only locks. */
export const mayBeRead = (path: string) => !LOCKED.test(basename(path));

/** A database file that lies among the files, or elsewhere. */
export interface DatabaseFile {
  readonly path: string;
  readonly closer: () => Promise<ScanSource[]>;
}

/** What is needed to look through files. */
export interface FileScanOptions {
  readonly folder: string;
  readonly databases: readonly DatabaseFile[];
  readonly search: CanarySearch;
}

/** Every file of a folder, however deep, and the database files with what SQLite keeps beside them; links are not followed. */
export async function fileSources({ folder, databases, search }: FileScanOptions): Promise<ScanSource[]> {
  const beside = await Promise.all(databases.map(({ path }) => filesIn(dirname(path), false)));
  const outside = beside.flatMap((paths, at) => paths.filter((path) => path.startsWith(databases[at]?.path ?? '')));
  const paths = new Set([...(await filesIn(folder, true)), ...outside]);
  return [...paths]
    .filter((path) => !SECRETS.test(basename(path)) && mayBeRead(path))
    .map((path) => {
      const shown = path.startsWith(join(folder, '/')) ? relative(folder, path) : basename(path);
      const inName = search.inBytes(Buffer.from(shown, 'utf8'));
      const closer = databases.find((database) => path.startsWith(database.path))?.closer;
      return {
        name: inName.length > 0 ? 'a file that is named so' : `file ${shown}`,
        inName,
        read: (from: number) => readFileChunks(path, from, search.overlap),
        ...(closer ? { closer } : {}),
      };
    });
}

/** The files of a folder; none if it is not there. Links are not followed. */
export async function filesIn(folder: string, recursive: boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive, withFileTypes: true }).catch(unlessGone);
  return (entries ?? []).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Reads up to the length that the file has now, so that one that is being written comes to an end. */
export async function* readFileChunks(path: string, from: number, overlap: number): AsyncGenerator<ScanChunk> {
  const file = await openUnlocked(path).catch(unlessGone);
  if (!file) return;
  try {
    const buffer = Buffer.allocUnsafe(overlap + CHUNK);
    for (let at = from; at < file.size; at += CHUNK) {
      const start = Math.max(0, at - overlap);
      const bytesRead = await file.read(buffer, start, at + CHUNK - start);
      if (bytesRead === 0) return;
      yield { bytes: buffer.subarray(0, bytesRead), next: at + CHUNK };
    }
  } finally {
    await file.close();
  }
}

function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
