import { setImmediate as nextTurn, setTimeout as rest } from 'node:timers/promises';
import type { CanarySearch, CanaryTrace } from './canary-search.ts';
import type { ScanChunk, ScanSource } from './scan-source.ts';

/** What a scan is made with. */
export interface CanaryScanOptions {
  readonly search: CanarySearch;
  /** What there is to look through at this moment. */
  readonly sources: () => Promise<ScanSource[]>;
  /** How long one run may take, in ms. */
  readonly budgetMs?: number;
}

/** What a run has seen. */
export interface ScanResult {
  /** As `EMAIL in main.job.payload`; what earlier runs found in places that this one did not reach included. */
  readonly found: readonly string[];
  /** How many files and tables there are. */
  readonly places: number;
  /** Whether all of them were looked through; if not, the next run goes on where this one stopped. */
  readonly complete: boolean;
}

/** Where a run stopped for want of time. */
interface StoppedAt {
  readonly name: string;
  readonly from: number;
  /** What it had found in this place. */
  readonly found: Set<string>;
}

const BUDGET_MS = 5 * 60_000;
/** How many bytes are looked through at once. */
const PIECE = 128 * 1024;
/** How long is worked before others have the process for as long, in ms. */
const WORK_MS = 5;

/** Looks for canaries where none may be: a chunk at a time, at most half of the time, and only so long. */
export class CanaryScan {
  readonly #options: CanaryScanOptions;
  /** What was found in each place when it was last looked through. */
  readonly #found = new Map<string, Set<string>>();
  #stoppedAt: StoppedAt | null = null;
  #ended = false;

  constructor(options: CanaryScanOptions) {
    this.#options = options;
  }

  /** Ends a run that is under way: the process is about to close its stores. */
  stop(): void {
    this.#ended = true;
  }

  /** Looks through everything, or as much of it as there is time for; null if it was stopped. */
  async run(): Promise<ScanResult | null> {
    const sources = await this.#options.sources();
    const names = new Set(sources.map(({ name }) => name));
    const first = Math.max(
      0,
      sources.findIndex(({ name }) => name === this.#stoppedAt?.name),
    );
    const queue = [...sources.slice(first), ...sources.slice(0, first)];
    const turn = new Turn(this.#options.budgetMs ?? BUDGET_MS, () => this.#ended);
    const goOnAt = this.#stoppedAt;
    this.#stoppedAt = null;
    for (const source of queue) {
      const start = source.name === goOnAt?.name ? goOnAt : { name: source.name, from: 0, found: new Set<string>() };
      this.#stoppedAt = await this.#look(source, start, turn);
      if (this.#ended) return null;
      if (this.#stoppedAt) break;
      if (!source.closer || !this.#found.has(source.name)) continue;
      for (const closer of await source.closer()) {
        if (names.has(closer.name)) continue;
        names.add(closer.name);
        queue.push(closer);
      }
    }
    for (const name of this.#found.keys()) if (!names.has(name)) this.#found.delete(name);
    const before = [...this.#found.values()].flatMap((places) => [...places]);
    const found = [...new Set([...before, ...(this.#stoppedAt?.found ?? [])])].sort();
    return { found, places: names.size, complete: this.#stoppedAt === null };
  }

  /** Looks through one place; answers where it stopped for want of time, or null at its end. */
  async #look(source: ScanSource, { name, from, found }: StoppedAt, turn: Turn): Promise<StoppedAt | null> {
    for (const trace of source.inName ?? []) found.add(`${trace} in ${name}`);
    for await (const chunk of source.read(from)) {
      for (const trace of await this.#tracesIn(source, chunk, turn)) found.add(trace);
      if (await turn.isOver()) return { name, from: chunk.next, found };
    }
    // Half of a value stands at the seam of two chunks, if the whole is found in the other.
    if (found.size > 1) for (const place of found) if (place.startsWith('PART ')) found.delete(place);
    if (found.size > 0) this.#found.set(name, found);
    else this.#found.delete(name);
    return null;
  }

  async #tracesIn({ name }: ScanSource, { bytes, parts }: ScanChunk, turn: Turn): Promise<string[]> {
    const traces = await this.#search(bytes, turn);
    if (traces.size === 0 || !parts) return [...traces].map((trace) => `${trace} in ${name}`);
    const places: string[] = [];
    for (const [part, within] of parts) {
      for (const trace of await this.#search(within, turn)) places.push(`${trace} in ${name}.${part}`);
    }
    return places;
  }

  /** A value may be long, a turn may not. */
  async #search(bytes: Buffer, turn: Turn): Promise<Set<CanaryTrace>> {
    const { search } = this.#options;
    const found = new Set<CanaryTrace>();
    for (let at = 0; at < bytes.length; at += PIECE) {
      if (at > 0) await turn.isOver();
      const piece = bytes.subarray(Math.max(0, at - search.overlap), at + PIECE);
      for (const trace of search.inBytes(piece)) found.add(trace);
    }
    return found;
  }
}

/** Shares the process with everybody else. */
class Turn {
  readonly #endsAt: number;
  readonly #isEnded: () => boolean;
  #workedFrom = performance.now();

  constructor(budgetMs: number, isEnded: () => boolean) {
    this.#endsAt = performance.now() + budgetMs;
    this.#isEnded = isEnded;
  }

  /** Lets others have the process; answers whether there is no time left. */
  async isOver(): Promise<boolean> {
    await nextTurn();
    const worked = performance.now() - this.#workedFrom;
    if (worked >= WORK_MS) {
      await rest(Math.min(worked, 50));
      this.#workedFrom = performance.now();
    }
    return this.#isEnded() || performance.now() >= this.#endsAt;
  }
}
