import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Logger } from 'pino';
import type { NamedDrawing } from './drawing.ts';
import type { RenditionFormat } from './rendition.ts';

/** A drawing to render, and to what. */
export interface RenderJob extends NamedDrawing {
  readonly formats: readonly RenditionFormat[];
}

/** How pictures are rendered. */
export interface RendererOptions {
  /** The renderer's program and arguments. */
  readonly command: readonly [string, ...string[]];
  readonly logger: Logger;
  /** How long the process stays without work, in ms. */
  readonly idleMs?: number;
}

type Renderer = ChildProcessByStdio<Writable, Readable, null>;

interface Waiting {
  readonly job: RenderJob;
  readonly done: Promise<boolean>;
  readonly settle: (rendered: boolean) => void;
}

/** A process that ends so often in a row is not started again: something is wrong with the machine, and drawings do as well. */
const MOST_DEATHS = 3;

/** What could not be rendered is not tried again until the next start; so many are remembered. */
const MOST_FAILED = 1_000;

/**
 * Renders drawings in a process of its own, one after the other. The process is started with the first and ends some time after
 * the last, so that an idle shop holds nothing of it.
 */
export class PictureRenderer {
  private readonly waiting: Waiting[] = [];
  private readonly byKey = new Map<string, Waiting>();
  private readonly failed = new Set<string>();
  private child: Renderer | null = null;
  private current: Waiting | null = null;
  private idle: NodeJS.Timeout | undefined;
  private closed = false;
  /** How often in a row the process ended before it had rendered anything. */
  private deaths = 0;

  constructor(private readonly options: RendererOptions) {}

  /**
   * Has a drawing rendered; resolves to whether it was. The same one asked for twice is rendered once.
   * @param first before all others that wait: somebody looks at it now.
   */
  ask(job: RenderJob, first = false): Promise<boolean> {
    const key = keyOf(job);
    if (this.closed || this.failed.has(key)) return Promise.resolve(false);
    let entry = this.byKey.get(key);
    if (!entry) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      entry = { job, done: promise, settle: resolve };
      this.byKey.set(key, entry);
      this.waiting[first ? 'unshift' : 'push'](entry);
    } else if (first && entry !== this.current) {
      this.waiting.splice(this.waiting.indexOf(entry), 1);
      this.waiting.unshift(entry);
    }
    this.next();
    return entry.done;
  }

  /** Stops rendering; what waits is not rendered. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idle);
    for (const { settle } of this.waiting.splice(0)) settle(false);
    const { child } = this;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await gone;
  }

  private next(): void {
    if (this.current) return;
    const entry = this.waiting.shift();
    clearTimeout(this.idle);
    if (!entry) {
      this.idle = setTimeout(() => this.dismiss(), this.options.idleMs ?? 5_000).unref();
      return;
    }
    this.current = entry;
    const child = this.child ?? this.start();
    child.stdin.write(`${JSON.stringify(entry.job)}\n`);
  }

  /** Lets the process end; what is asked for meanwhile gets another. */
  private dismiss(): void {
    const { child } = this;
    this.child = null;
    child?.stdin.end();
  }

  private start(): Renderer {
    const [program, ...args] = this.options.command;
    const child = spawn(program, args, {
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['pipe', 'pipe', 'inherit'],
      // Not in this process's group: a signal to the group (Ctrl-C) is for the shop, which ends it.
      detached: true,
      windowsHide: true,
    });
    this.child = child;
    // A pipe whose other end died is told by the exit of the child.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.deaths = 0;
      this.finish((JSON.parse(line) as { error: string | null }).error);
    });
    const gone = (reason: string) => {
      if (this.child !== child) return;
      this.child = null;
      if (++this.deaths >= MOST_DEATHS) void this.close();
      if (this.current) this.finish(reason);
    };
    child.on('error', ({ message }) => gone(message));
    child.on('close', () => gone('The renderer ended.'));
    return child;
  }

  private finish(error: string | null): void {
    const entry = this.current;
    if (!entry) return;
    this.current = null;
    const key = keyOf(entry.job);
    this.byKey.delete(key);
    if (error !== null && !(this.closed && this.deaths < MOST_DEATHS)) {
      if (this.failed.size < MOST_FAILED) this.failed.add(key);
      this.options.logger.error({ code: 'PICTURE_NOT_RENDERED', hash: entry.job.hash, error }, 'picture not rendered');
    }
    entry.settle(error === null);
    if (!this.closed) this.next();
  }
}

function keyOf({ hash, formats }: RenderJob): string {
  return `${hash} ${formats.join()}`;
}
