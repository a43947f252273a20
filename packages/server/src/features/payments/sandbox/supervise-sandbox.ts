import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { findRunningSandbox, type SandboxIdentity } from './find-running-sandbox.ts';
import { portTaken, readyLine, type SandboxChild, startChild, stopChild } from './sandbox-child.ts';
import { SandboxStartError } from './sandbox-start-error.ts';

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
  /** How often a process that uses another's institution looks whether it is still there, in ms. */
  readonly lookEveryMs?: number;
}

/** A sandbox institution that is kept running. */
export interface SupervisedSandbox {
  /** Its origin; stays the same over restarts. */
  readonly url: string;
  /** The present process if it is a child of this one; undefined while another process of the shop runs it. */
  pid(): number | undefined;
  /** Whether it runs, as far as is known. While it does not, its port may be a stranger's, who must be shown nothing. */
  isThere(): boolean;
  close(): Promise<void>;
}

/** The institution at work: as a child of this process, or of another one of the same data folder. */
type Running = { readonly url: string; readonly child: SandboxChild | null };

const LONGEST_RESTART_MS = 30_000;
/** Having run so long, the next restart comes quickly again. */
const STEADY_AFTER_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Has the sandbox institution running. It is a child of this process and ends with it even on kill -9, since its standard input ends
 * then; if it dies it is started again, with growing waits (D14). If another process of the same data folder runs it already (D10),
 * that one is used, and once it is gone with its parent this process, or another that used it, runs it instead: at the same address
 * and on the same data, so that sessions go on.
 * @throws {SandboxStartError} in production, if its first start fails, or if somebody else has the port.
 */
export async function superviseSandbox(options: SupervisorOptions): Promise<SupervisedSandbox> {
  const { production, logger, firstRestartMs = 500, lookEveryMs = 1_000 } = options;
  if (production) {
    throw new SandboxStartError(
      'SANDBOX_REFUSED',
      'The sandbox institution is refused in production: configure a payment provider.',
    );
  }
  const closing = new AbortController();
  let wait = firstRestartMs;
  let child: SandboxChild | null = null;
  const obtain = (port: number) =>
    startOrJoin(options, port, closing.signal, (started) => {
      child = started;
      if (closing.signal.aborted) void stopChild(started);
    });
  let running = await obtain(options.port);
  let there = true;
  const port = Number(new URL(running.url).port);

  /** Resolves when the institution is to be started or joined again. */
  const untilGone = async (): Promise<void> => {
    const { child: own } = running;
    if (!own) {
      // A stranger at its port means that it is gone too; the next look, below, says so.
      while (!/NOBODY|FOREIGN/.test(await findRunningSandbox(port, identityOf(options)))) await rest(lookEveryMs);
      there = false;
      logger?.warn({ code: 'SANDBOX_GONE' }, 'the process that ran the sandbox institution is gone');
      return;
    }
    const since = Date.now();
    const exit = await endOf(own);
    there = false;
    if (Date.now() - since > STEADY_AFTER_MS) wait = firstRestartMs;
    if (!closing.signal.aborted)
      logger?.error({ code: 'SANDBOX_DIED', exit, restartInMs: wait }, 'sandbox institution died');
    await restGrowing();
  };
  const rest = (ms: number) => pause(ms, undefined, { signal: closing.signal, ref: false });
  const restGrowing = async () => {
    const ms = wait;
    wait = Math.min(wait * 2, LONGEST_RESTART_MS);
    await rest(ms);
  };
  const keep = async (): Promise<void> => {
    for (;;) {
      await untilGone();
      for (;;) {
        try {
          running = await obtain(port);
          there = true;
          break;
        } catch (error) {
          if (!closing.signal.aborted) logger?.error({ err: error }, 'sandbox institution not ready');
          await restGrowing();
        }
      }
      if (running.child) logger?.warn({ code: 'SANDBOX_STARTED' }, 'this process runs the sandbox institution now');
    }
  };
  const kept = keep().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });

  return {
    url: running.url,
    pid: () => running.child?.pid,
    isThere: () => there,
    close: async () => {
      closing.abort();
      if (child) await stopChild(child);
      await kept;
    },
  };
}

/**
 * Starts the institution, or joins the one of this data folder that is at its port. Of several processes that start it at once, the one
 * that gets the port runs it.
 */
async function startOrJoin(
  options: SupervisorOptions,
  port: number,
  signal: AbortSignal,
  onStart: (child: SandboxChild) => void,
): Promise<Running> {
  const { command, env, readyWithinMs = 30_000 } = options;
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    const holder = port === 0 ? 'NOBODY' : await findRunningSandbox(port, identityOf(options));
    if (holder === 'OURS') return { url: `http://127.0.0.1:${port}`, child: null };
    if (holder === 'OURS_FOR_OTHERS') throw otherAddress(port);
    if (holder === 'FOREIGN' || holder === 'SILENT') throw portTaken(port);
    if (holder === 'NOBODY') {
      const child = startChild(command, env, port);
      onStart(child);
      try {
        return { url: await readyLine(child, port, readyWithinMs), child };
      } catch (error) {
        // Another process was faster: it is looked at again, and may be ours.
        const lost = error instanceof SandboxStartError && error.code === 'SANDBOX_PORT_TAKEN';
        if (!lost || Date.now() > deadline) throw error;
      }
    }
    if (Date.now() > deadline) throw portTaken(port);
    await pause(LOOK_AGAIN_MS, undefined, { signal });
  }
}

function identityOf({ env }: SupervisorOptions): SandboxIdentity {
  return {
    apiKey: env.SANDBOX_API_KEY ?? '',
    webhookSecret: env.SANDBOX_WEBHOOK_SECRET ?? '',
    dataFile: env.SANDBOX_DATA ?? '',
    returnOrigins: (env.SANDBOX_RETURN_ORIGINS ?? '').split(','),
  };
}

function otherAddress(port: number): SandboxStartError {
  return new SandboxStartError(
    'SANDBOX_OTHER_ADDRESS',
    `The sandbox institution at port ${port} sends payers back to another address: set PUBLIC_URL alike for all processes of one shop.`,
  );
}

/** Its exit code or signal, once it has ended. */
async function endOf(child: SandboxChild): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return child.exitCode ?? child.signalCode;
}
