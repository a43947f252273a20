import { BackupError } from './backup-error.ts';

/** What an entry of an archive is: a whole SQLite file, or the rows of a table of PostgreSQL. */
export type ArchiveEntry =
  | { readonly kind: 'SQLITE'; readonly store: string }
  | {
      readonly kind: 'DATABASE';
      /** The stores that lie in this database of PostgreSQL, in the order in which they were migrated, with the migrations that ran. */
      readonly stores: readonly { readonly name: string; readonly migrations: readonly string[] }[];
    }
  | {
      readonly kind: 'TABLE';
      readonly store: string;
      readonly table: string;
      readonly columns: readonly string[];
    };

/** A piece of an archive: an entry begins, or some of its bytes. */
export type ArchivePiece =
  | { readonly entry: ArchiveEntry; readonly bytes?: undefined }
  | { readonly bytes: Buffer; readonly entry?: undefined };

const HEAD = 5;
const ENTRY = 1;
const BYTES = 2;

/** Longest piece that is read; none is written that comes near to it. */
const LONGEST = 64 * 1024 * 1024;

/** Writes pieces one after the other, each with its kind and length. That nothing is missing is for the seal to say. */
export async function* writeArchive(pieces: AsyncIterable<ArchivePiece>): AsyncGenerator<Buffer> {
  for await (const { entry, bytes } of pieces) {
    const body = bytes ?? Buffer.from(JSON.stringify(entry), 'utf8');
    const head = Buffer.alloc(HEAD);
    head[0] = bytes ? BYTES : ENTRY;
    head.writeUInt32BE(body.length, 1);
    yield head;
    yield body;
  }
}

/** Reads the pieces of an archive. @throws {BackupError} */
export async function* readArchive(source: AsyncIterable<Buffer>): AsyncGenerator<ArchivePiece> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const more of source) {
    waiting = waiting.length === 0 ? more : Buffer.concat([waiting, more]);
    while (waiting.length >= HEAD) {
      const length = waiting.readUInt32BE(1);
      if (length > LONGEST) throw new BackupError('The backup is of a version that this program does not know.');
      if (waiting.length < HEAD + length) break;
      const body = waiting.subarray(HEAD, HEAD + length);
      yield waiting[0] === BYTES ? { bytes: body } : { entry: JSON.parse(body.toString('utf8')) as ArchiveEntry };
      waiting = waiting.subarray(HEAD + length);
    }
  }
  if (waiting.length > 0) throw new BackupError('The backup is of a version that this program does not know.');
}
