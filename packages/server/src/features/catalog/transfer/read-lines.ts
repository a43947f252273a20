import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A line of a file with its number, counted from 1, and what ends it. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly end: string;
  /** Whether it is longer than a line may be; `text` is then its beginning. */
  readonly tooLong?: true;
}

/** Longest line, in characters: some fifty times the longest description. */
export const LONGEST_LINE = 5_000_000;

/** As much is kept of a line that is too long, to tell what it is about. */
const KEPT_OF_TOO_LONG = 1_000;

/** A file that cannot be read as a whole; its message says why. */
export class UnreadableFile extends Error {
  readonly code = 'UNREADABLE_FILE';
}

/** How far reading has come, in bytes. */
export interface ReadProgress {
  bytes: number;
  total: number;
}

/**
 * The lines of a UTF-8 file, with or without byte-order mark, without holding more than a chunk and a line of it, and of a line
 * that is too long no more than its beginning.
 * @param progress is kept up to date while lines are taken.
 * @throws {UnreadableFile} if the file is not UTF-8.
 */
export async function* readLines(path: string, progress: ReadProgress): AsyncGenerator<Line> {
  progress.total = (await stat(path)).size;
  // Decoding drops the byte-order mark by itself.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const open = new OpenLine();
  let number = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    progress.bytes += chunk.length;
    const text = decode(decoder, chunk, number);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      open.add(text.slice(start, end));
      yield open.close(++number, '\n');
      start = end + 1;
    }
    open.add(text.slice(start));
  }
  open.add(decode(decoder, null, number));
  if (open.length > 0) yield open.close(++number, '');
}

/** A line whose end has not been read yet, in the pieces it came in: put together once, or a long line would be copied for each. */
class OpenLine {
  private pieces: string[] = [];
  length = 0;

  add(piece: string): void {
    if (piece === '') return;
    this.length += piece.length;
    if (this.length > LONGEST_LINE) this.pieces = [this.pieces.join('').slice(0, KEPT_OF_TOO_LONG)];
    else this.pieces.push(piece);
  }

  close(number: number, end: '\n' | ''): Line {
    const text = this.pieces.join('');
    const tooLong = this.length > LONGEST_LINE;
    this.pieces = [];
    this.length = 0;
    if (tooLong) return { number, text, end, tooLong };
    const crlf = end !== '' && text.endsWith('\r');
    return { number, text: crlf ? text.slice(0, -1) : text, end: crlf ? '\r\n' : end };
  }
}

/** Why a line that is too long is refused. */
export const TOO_LONG = `The line is too long: at most ${LONGEST_LINE} characters are allowed.`;

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile(`The file is not UTF-8 (near line ${line + 1}). Save it as "CSV UTF-8".`);
  }
}
