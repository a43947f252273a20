import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { testProcess } from '../built/test-process.ts';
import type { TestStores } from '../stores/describe-dialects.ts';
import type { CoreRequest } from './core-process.ts';

/** A second process with a privacy core of its own on the same stores. */
export interface CoreProcess {
  /** Sends a request without waiting. */
  send(request: CoreRequest): void;
  /** The next message; `killed` once the process is gone. */
  next(): Promise<unknown>;
  /** Sends a request and waits for the next message. */
  ask(request: CoreRequest): Promise<unknown>;
  /** Ends it with SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a second process; resolves when its core is open. */
export async function spawnCore(stores: Pick<TestStores, 'urls' | 'dataDir'>): Promise<CoreProcess> {
  const child = fork(testProcess('core'), [JSON.stringify([stores.urls, stores.dataDir])], {
    execArgv: [],
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const next = inbox(child);
  const process: CoreProcess = {
    send: (request) => void child.send(request),
    next,
    ask: (request) => {
      child.send(request);
      return next();
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
  const first = await next();
  if (first !== 'ready') throw new Error('The second process did not start.');
  return process;
}

function inbox(child: ChildProcess): () => Promise<unknown> {
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const put = (message: unknown) => {
    const receiver = waiting.shift();
    if (receiver) receiver(message);
    else messages.push(message);
  };
  let gone = false;
  child.on('message', ({ answer }: { answer: unknown }) => put(answer));
  child.on('exit', () => {
    gone = true;
    for (const receiver of waiting.splice(0)) receiver('killed');
  });
  return () =>
    new Promise((resolve) => {
      if (messages.length > 0) resolve(messages.shift());
      else if (gone) resolve('killed');
      else waiting.push(resolve);
    });
}
