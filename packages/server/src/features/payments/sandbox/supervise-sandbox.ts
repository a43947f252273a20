import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Logger } from 'pino';

/** How the sandbox institution is started. */
export interface SupervisorOptions {
  /** Program and arguments, such as this Node and the institution's entry file. */
  readonly command: readonly [string, ...string[]];
  /** Its whole environment besides `PATH`; the shop's own secrets are none of its business. */
  readonly env: Readonly<Record<string, string>>;
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  readonly production: boolean;
  readonly logger?: Logger;
  /** Wait before the first restart, in ms; doubles from there. */
  readonly firstRestartMs?: number;
  /** Longest time until it must be ready, in ms. */
  readonly readyWithinMs?: number;
}

/** A sandbox institution that is kept running. */
export interface SupervisedSandbox {
  /** Its origin; stays the same over restarts. */
  readonly url: string;
  /** The present process, for tests. */
  pid(): number | undefined;
  close(): Promise<void>;
}

/** It could not be started; the message says what to do. */
export class SandboxStartError extends Error {
  override readonly name = 'SandboxStartError';
  readonly code: 'SANDBOX_PORT_TAKEN' | 'SANDBOX_REFUSED' | 'SANDBOX_NOT_READY';

  constructor(code: SandboxStartError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** What the institution exits with if its port is taken. */
const EXIT_PORT_TAKEN = 98;
const LONGEST_RESTART_MS = 30_000;
/** Having run so long, the next restart comes quickly again. */
const STEADY_AFTER_MS = 60_000;

/**
 * Runs the sandbox institution as a child and keeps it running: it ends with this process even on kill -9, since its standard
 * input ends then; if it dies it is started again, with growing waits (D14).
 * @throws {SandboxStartError} in production, or if its first start fails.
 */
export async function superviseSandbox(options: SupervisorOptions): Promise<SupervisedSandbox> {
  const { production, port, logger, firstRestartMs = 500 } = options;
  if (production) {
    throw new SandboxStartError(
      'SANDBOX_REFUSED',
      'The sandbox institution is refused in production: configure a payment provider.',
    );
  }
  let wait = firstRestartMs;
  let timer: NodeJS.Timeout | undefined;
  let closing = false;
  let child = startChild(options, port);
  const url = await readyLine(child, options, port);
  const fixedPort = Number(new URL(url).port);

  const watch = (running: Child, since: number): void => {
    running.once('close', (code, signal) => {
      if (closing) return;
      if (Date.now() - since > STEADY_AFTER_MS) wait = firstRestartMs;
      logger?.error({ code: 'SANDBOX_DIED', exit: code ?? signal, restartInMs: wait }, 'sandbox institution died');
      timer = setTimeout(() => void restart(), wait);
      wait = Math.min(wait * 2, LONGEST_RESTART_MS);
    });
  };
  const restart = async (): Promise<void> => {
    child = startChild(options, fixedPort);
    watch(child, Date.now());
    await readyLine(child, options, fixedPort).catch((error: unknown) =>
      logger?.error({ err: error }, 'sandbox institution not ready'),
    );
  };
  watch(child, Date.now());

  return {
    url,
    pid: () => child.pid,
    close: async () => {
      closing = true;
      clearTimeout(timer);
      await stop(child);
    },
  };
}

function startChild({ command: [program, ...args], env }: SupervisorOptions, port: number): Child {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', ...env, SANDBOX_PORT: String(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A pipe whose other end died is told by the exit of the child.
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  return child;
}

/** Waits for the line with which it says that it is ready, and answers the address in it. */
async function readyLine(child: Child, { readyWithinMs = 30_000 }: SupervisorOptions, port: number): Promise<string> {
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-500);
  });
  let timer: NodeJS.Timeout | undefined;
  const line = new Promise<string>((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve)).then((code) => {
    throw code === EXIT_PORT_TAKEN
      ? new SandboxStartError(
          'SANDBOX_PORT_TAKEN',
          `Port ${port} of the sandbox institution is taken: set SANDBOX_PORT to a free one.`,
        )
      : new SandboxStartError(
          'SANDBOX_NOT_READY',
          `The sandbox institution did not start: ${complaint.trim() || 'it ended'}`,
        );
  });
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new SandboxStartError('SANDBOX_NOT_READY', 'The sandbox institution did not get ready in time.'));
    }, readyWithinMs);
  });
  // Whichever loses the race must not be an unhandled rejection.
  ended.catch(() => undefined);
  late.catch(() => undefined);
  try {
    const { url } = JSON.parse(await Promise.race([line, ended, late])) as { url: string };
    return url;
  } finally {
    clearTimeout(timer);
  }
}

async function stop(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.stdin.end();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}
