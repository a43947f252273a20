import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** An erasure as the ledger has it. */
export interface LedgerEntry {
  readonly subjectId: string;
  /** When it was put on record; ISO 8601. */
  readonly at: string;
}

/** What stands in the ledger. */
export interface LedgerContent {
  /** Since when each subject is known to be erased. */
  readonly erasures: ReadonlyMap<string, string>;
  /** Lines that cannot be read: of an erasure that was not executed then, if the machine failed, or changed since. */
  readonly damaged: number;
}

/**
 * The record of all erasures outside the stores, so that no restore of them rolls it back (decision 023). It says nothing of anybody: random
 * ids of subjects that are no more, and when.
 */
export interface ErasureLedger {
  /** Puts erasures on record; they are on disk when it returns. */
  append(entries: readonly LedgerEntry[]): void;
  read(): Promise<LedgerContent>;
}

const LINE =
  /^(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (?<sum>[0-9a-f]{16})$/;

const NEWLINE = 10;

/**
 * The ledger in a folder: a file for each machine that serves the shop, since appends of several machines to one file of a shared disk may
 * overwrite each other. All are read.
 */
export function openErasureLedger(folder: string): ErasureLedger {
  const file = join(folder, `${hostname().replaceAll(/[^\w.-]/g, '_') || 'shop'}.log`);
  return {
    append: (entries) => {
      if (entries.length > 0) appendLines(folder, file, entries.map(lineOf).join(''));
    },
    read: () => readAll(folder),
  };
}

/** One write at the end of the file, which processes of one machine do not mix. */
function appendLines(folder: string, file: string, lines: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a+', 0o600);
  try {
    // A line that a failing machine left half-written must not take this one with it.
    writeSync(descriptor, endsInLine(descriptor) ? lines : `\n${lines}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  const inFolder = openSync(folder, 'r');
  try {
    fsyncSync(inFolder);
  } finally {
    closeSync(inFolder);
  }
}

function endsInLine(descriptor: number): boolean {
  const { size } = fstatSync(descriptor);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
}

async function readAll(folder: string): Promise<LedgerContent> {
  const erasures = new Map<string, string>();
  let damaged = 0;
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.filter((one) => one.endsWith('.log'))) {
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) {
      if (line === '') continue;
      const { id, at, sum } = LINE.exec(line)?.groups ?? {};
      if (!id || !at || sum !== checksum(id, at)) damaged += 1;
      else if ((erasures.get(id) ?? at) >= at) erasures.set(id, at);
    }
  }
  return { erasures, damaged };
}

function lineOf({ subjectId, at }: LedgerEntry): string {
  return `${subjectId} ${at} ${checksum(subjectId, at)}\n`;
}

function checksum(subjectId: string, at: string): string {
  return createHash('sha256').update(`barrier erasure 1/${subjectId}/${at}`).digest('hex').slice(0, 16);
}
