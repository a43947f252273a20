import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { findRunningSandbox } from './find-running-sandbox.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it.each([
  // It may be our own, only slow: whoever takes it for gone starts a second one, or shows its port nothing any more.
  ['begins an answer and says no more', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{', 'SILENT'],
  ['speaks something else', 'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n', 'FOREIGN'],
])('Who %s at the port is not taken for nobody', async (_title, answer, holder) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).on('data', () => socket.write(answer));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const identity = { apiKey: 'key', webhookSecret: 'secret', dataFile: '/tmp', returnOrigins: [] };
  expect(await findRunningSandbox((server.address() as AddressInfo).port, identity)).toBe(holder);
});
