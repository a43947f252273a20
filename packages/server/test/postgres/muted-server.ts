import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a PostgreSQL that can be made to lead nowhere, as if the server were frozen or the network lost. */
export interface MutedServer {
  /** The same address, by this way. */
  through(url: string): string;
  /** From now on nothing comes through in either direction; connections are still accepted. */
  mute(): void;
  /** What was held back comes through, and all else again. */
  unmute(): void;
  close(): void;
}

/** Opens a way to the server of an address. */
export async function openMutedServer(url: string): Promise<MutedServer> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let muted = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    forward(client, upstream);
    forward(upstream, client);
  }).listen(0, '127.0.0.1');
  const forward = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (chunk) => to.write(chunk));
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroySoon();
    });
    if (muted) from.pause();
  };
  await once(server, 'listening');
  return {
    through: (address) => {
      const changed = new URL(address);
      changed.port = String((server.address() as AddressInfo).port);
      return changed.href;
    },
    mute: () => {
      muted = true;
      for (const socket of sockets) socket.pause();
    },
    unmute: () => {
      muted = false;
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
