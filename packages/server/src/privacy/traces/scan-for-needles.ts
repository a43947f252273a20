import { readFileChunks } from '../canary/file-sources.ts';
import { fold, longestOf, type Needle } from './needles.ts';

/** Something that was found in a file: what, in which encoding, and at which places. */
export interface Match {
  readonly needle: Needle;
  readonly encoding: string;
  readonly offsets: number[];
}

/** So many places of one thing in one file are told apart. */
const PLACES = 200;

/** Looks through a file, a piece at a time; tells how many bytes were read. */
export async function scanFile(
  path: string,
  needles: readonly Needle[],
  onRead: (bytes: number) => void,
): Promise<Match[]> {
  const found = new Map<string, Match>();
  const overlap = longestOf(needles);
  let end = 0;
  for await (const { bytes, next } of readFileChunks(path, 0, overlap)) {
    // A chunk begins with the last bytes of the one before.
    const start = Math.max(0, end - overlap);
    for (const match of inBytes(bytes, needles)) {
      const key = `${match.needle.kind} ${match.encoding}`;
      const known = found.get(key) ?? { ...match, offsets: [] };
      found.set(key, known);
      for (const at of match.offsets) {
        if (known.offsets.length < PLACES && !known.offsets.includes(start + at)) known.offsets.push(start + at);
      }
    }
    end = next;
    onRead(Math.min(bytes.length, next - start));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [...found.values()];
}

/** Looks through bytes that are at hand. */
export function inBytes(bytes: Buffer, needles: readonly Needle[]): Match[] {
  const folded = fold(bytes);
  return needles.flatMap((needle) => [
    ...needle.folded.flatMap((one) => matchOf(needle, one, folded)),
    ...needle.exact.flatMap((one) => matchOf(needle, one, bytes)),
  ]);
}

function matchOf(needle: Needle, one: { encoding: string; bytes: Buffer }, haystack: Buffer): Match[] {
  const offsets: number[] = [];
  for (
    let at = haystack.indexOf(one.bytes);
    at >= 0 && offsets.length < PLACES;
    at = haystack.indexOf(one.bytes, at + 1)
  ) {
    offsets.push(at);
  }
  return offsets.length > 0 ? [{ needle, encoding: one.encoding, offsets }] : [];
}
