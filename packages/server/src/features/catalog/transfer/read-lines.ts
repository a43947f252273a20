import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A line of a file with its number, counted from 1, and what ends it. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly end: string;
}

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
 * The lines of a UTF-8 file, with or without byte-order mark, without holding more than a chunk of it.
 * @param progress is kept up to date while lines are taken.
 * @throws {UnreadableFile} if the file is not UTF-8.
 */
export async function* readLines(path: string, progress: ReadProgress): AsyncGenerator<Line> {
  progress.total = (await stat(path)).size;
  // Decoding drops the byte-order mark by itself.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    progress.bytes += chunk.length;
    rest += decode(decoder, chunk, number);
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      const crlf = end > start && rest.charCodeAt(end - 1) === 13;
      yield { number: ++number, text: rest.slice(start, crlf ? end - 1 : end), end: crlf ? '\r\n' : '\n' };
      start = end + 1;
    }
    rest = rest.slice(start);
  }
  rest += decode(decoder, null, number);
  if (rest !== '') yield { number: ++number, text: rest, end: '' };
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile(`The file is not UTF-8 (near line ${line + 1}). Save it as "CSV UTF-8".`);
  }
}
