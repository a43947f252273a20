import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../shop/open-test-shop.ts';
import { until } from '../shop/until.ts';

let server: ChildProcess;
let port: number;
let sandboxPort: number;
let output = '';
beforeAll(async () => {
  [port, sandboxPort] = [await freePort(), await freePort()];
  server = spawn(process.execPath, ['dist/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a shell gives to what it starts: a signal to the group reaches all that is in it.
    detached: true,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      SEED_DEMO: 'false',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'barrier-sigterm-')),
    },
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await until('the server is ready', async () => (await ready()) === 200);
});
afterAll(() => void server.kill('SIGKILL'));

const ready = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
  return answer?.status ?? null;
};

/** Whether the payment institution answers; a request without a key is refused. */
const institutionAnswers = async () => {
  const answer = await fetch(`http://127.0.0.1:${sandboxPort}/v1/diagnostics`).catch(() => null);
  return answer?.status === 401;
};

const BODY = JSON.stringify({ query: '{ products { totalCount } }' });
const requestTo = () =>
  `POST /graphql HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

/** Everything that comes back on a connection until it is closed. */
async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', (error) => (text += String(error)));
  await once(socket, 'close');
  return text;
}

it('answers every request that was sent before SIGTERM to all of its group, says that it is about to end, and ends', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    }),
  );
  const answers = sockets.map(answerOf);
  const request = requestTo();
  const [whole, slow] = [sockets.slice(0, 20), sockets.slice(20)];
  for (const socket of whole) socket.write(request);
  for (const socket of slow) socket.write(request.slice(0, -10));
  process.kill(-(server.pid ?? 0), 'SIGTERM');
  await until('it says that it is about to end', async () => (await ready()) === 503);
  expect(await institutionAnswers()).toBe(true);
  // Its requests are under way until the last byte has come.
  for (const socket of slow.slice(5)) socket.write(request.slice(-10));
  const ended = once(server, 'exit');
  await until('nobody is let in any more', async () => (await ready()) === null);
  for (const socket of slow.slice(0, 5)) socket.write(request.slice(-10));
  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('"totalCount":0');
  }
  expect(await ended).toEqual([0, null]);
  expect(output).not.toMatch(/"level":50/);
  expect(await institutionAnswers()).toBe(false);
});
