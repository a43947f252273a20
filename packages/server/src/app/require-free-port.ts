import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Finds out that the port is taken before a store is opened and filled, or another process is started beside it.
 * @throws what `listen` throws, such as EADDRINUSE.
 */
export async function requireFreePort({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const probe = createServer().listen({ host, port });
  await once(probe, 'listening');
  await new Promise((resolve) => probe.close(resolve));
}
