import { parse } from 'csv-parse/sync';
import { type Line, LONGEST_LINE, TOO_LONG, UnreadableFile } from './read-lines.ts';
import { fromSpreadsheetCell } from './spreadsheet-cells.ts';

/** A record of a CSV file with the number of its first line. */
export interface GoodRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that is no record, and why. */
export interface BadRecord {
  readonly line: number;
  readonly reason: string;
  /** The cells before its first quote, as far as they can be trusted. */
  readonly lead: readonly string[];
}

export type CsvRecord = GoodRecord | BadRecord;

/** A record may be so many lines long; beyond that a quote was forgotten. */
const MOST_LINES = 2_000;

/** Records that are parsed at a time. */
const BATCH = 100;

const DELIMITERS = [',', ';', '\t', '|'];

/** Lines that together make a record, if their quotes are right. */
interface Candidate {
  readonly line: number;
  readonly lines: readonly Line[];
}

/** Lines that can be given back, to be read again. */
class LineSource {
  private readonly given: Line[] = [];

  constructor(private readonly lines: AsyncIterator<Line>) {}

  async next(): Promise<Line | undefined> {
    const given = this.given.pop();
    if (given) return given;
    const next = await this.lines.next();
    return next.done ? undefined : next.value;
  }

  unread(lines: readonly Line[]): void {
    this.given.push(...lines.toReversed());
  }
}

/**
 * The records of a CSV file, the header first. A line with wrong quotes is answered with the reason and the next line
 * begins a new record, so that one forgotten quote does not swallow the rest of the file: lines are gathered until
 * their quotes are even, csv-parse takes the gathered record apart, and if it cannot, only the first line is given up.
 * @throws {UnreadableFile} if there is no header.
 */
export async function* readCsvRecords(lines: AsyncIterable<Line>): AsyncGenerator<CsvRecord> {
  const source = new LineSource(lines[Symbol.asyncIterator]());
  const { delimiter, header } = await readHeader(source);
  yield header;
  for (;;) {
    const batch: Candidate[] = [];
    let length = 0;
    while (batch.length < BATCH && length < LONGEST_LINE) {
      const candidate = await nextCandidate(source);
      if (!candidate) break;
      batch.push(candidate);
      length += lengthOf(candidate.lines);
    }
    if (batch.length === 0) return;
    yield* recordsOf(batch, delimiter, header.cells.length, source);
  }
}

async function readHeader(source: LineSource): Promise<{ delimiter: string; header: GoodRecord }> {
  let candidate = await nextCandidate(source);
  const declared = /^sep=(.)$/i.exec(candidate?.lines[0]?.text ?? '')?.[1];
  if (declared) candidate = await nextCandidate(source);
  if (!candidate) throw new UnreadableFile('The file is empty.');
  const delimiter = declared ?? delimiterOf(candidate.lines[0]?.text ?? '');
  if (candidate.lines[0]?.tooLong) throw new UnreadableFile(`Line ${candidate.line}: ${TOO_LONG}`);
  const cells = parsed([candidate], delimiter)?.[0]?.map(fromSpreadsheetCell);
  if (!cells) throw new UnreadableFile('The first line is no header: its quotes are not closed.');
  return { delimiter, header: { line: candidate.line, cells } };
}

/** Gathers lines until their quotes are even, or they are too many or too long together. */
async function nextCandidate(source: LineSource): Promise<Candidate | undefined> {
  const lines: Line[] = [];
  let quotes = 0;
  let length = 0;
  for (;;) {
    const line = await source.next();
    if (!line) break;
    if (lines.length === 0 && line.text.trim() === '') continue;
    if (line.tooLong && lines.length > 0) {
      // No record goes on in it: what was gathered is one with a quote missing.
      source.unread([line]);
      break;
    }
    lines.push(line);
    length += line.text.length;
    quotes += quotesIn(line.text);
    if (line.tooLong || quotes % 2 === 0 || lines.length > MOST_LINES || length > LONGEST_LINE) break;
  }
  const [first] = lines;
  return first && { line: first.number, lines };
}

function* recordsOf(
  batch: readonly Candidate[],
  delimiter: string,
  columns: number,
  source: LineSource,
): Generator<CsvRecord> {
  const together = batch.some(({ lines }) => lines[0]?.tooLong) ? null : parsed(batch, delimiter);
  for (const [at, candidate] of batch.entries()) {
    const { line, lines } = candidate;
    if (lines[0]?.tooLong) {
      yield { line, reason: TOO_LONG, lead: leadOf(lines[0].text, delimiter) };
      continue;
    }
    const cells = together ? together[at] : parsed([candidate], delimiter)?.[0];
    // A record over several lines with a wrong number of cells is several records that a stray quote has joined.
    if (cells && (lines.length === 1 || cells.length === columns)) {
      yield cellsOf(line, cells, columns);
      continue;
    }
    const reason = 'The quotes of this line are wrong: one is missing, or one stands in the middle of a cell.';
    yield { line, reason, lead: leadOf(lines[0]?.text ?? '', delimiter) };
    if (lines.length === 1) continue;
    source.unread([...lines.slice(1), ...batch.slice(at + 1).flatMap((next) => next.lines)]);
    return;
  }
}

function cellsOf(line: number, cells: readonly string[], columns: number): CsvRecord {
  if (cells.slice(columns).some((cell) => cell.trim() !== '')) {
    return {
      line,
      reason: `The line has ${cells.length} cells, the header has ${columns}.`,
      lead: cells.slice(0, columns),
    };
  }
  return { line, cells: cells.map(fromSpreadsheetCell) };
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The records of candidates, one for each; null if the quotes of any are wrong. */
function parsed(candidates: readonly Candidate[], delimiter: string): string[][] | null {
  const text = candidates.map(({ lines }) =>
    lines.map((line, at) => line.text + (at < lines.length - 1 ? line.end : '')).join(''),
  );
  try {
    const records = parse(text.join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
    }) as string[][];
    return records.length === candidates.length ? records : null;
  } catch {
    return null;
  }
}

function leadOf(text: string, delimiter: string): string[] {
  const quote = text.indexOf('"');
  return (quote < 0 ? text : text.slice(0, quote)).split(delimiter).slice(0, -1);
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** The delimiter that stands most often outside quotes in the header. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
