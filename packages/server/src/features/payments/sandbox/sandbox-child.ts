import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { SandboxStartError } from './sandbox-start-error.ts';

/** The institution's process; it ends when its standard input does. */
export type SandboxChild = ChildProcessByStdio<Writable, Readable, Readable>;

/** What the institution exits with if its port is taken. */
const EXIT_PORT_TAKEN = 98;

/** Starts the institution's process, which ends with this one however that ends. */
export function startChild(
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  port: number,
): SandboxChild {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', ...env, SANDBOX_PORT: String(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Not in this process's group: a signal to the group (Ctrl-C) is for the shop, which needs the institution until it has ended.
    detached: true,
    windowsHide: true,
  });
  // A pipe whose other end died is told by the exit of the child.
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  return child;
}

/**
 * Waits for the line with which it says that it is ready, and answers the address in it.
 * @throws {SandboxStartError} if it ends before, or is not ready in time.
 */
export async function readyLine(child: SandboxChild, port: number, readyWithinMs: number): Promise<string> {
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
      ? portTaken(port)
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

/** The port is held by something that is not this data folder's institution. */
export function portTaken(port: number): SandboxStartError {
  return new SandboxStartError(
    'SANDBOX_PORT_TAKEN',
    `Port ${port} of the sandbox institution is taken: set SANDBOX_PORT to a free one.`,
  );
}

/** Asks it to end, and waits until it has. */
export async function stopChild(child: SandboxChild): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.stdin.end();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}
