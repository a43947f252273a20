import { fstatSync } from 'node:fs';
import { ConfigurationError, readConfig } from './config.ts';
import { type RunningInstitution, startSandboxInstitution } from './start-sandbox-institution.ts';

const EXIT_PORT_TAKEN = 98;
const EXIT_CONFIGURATION = 78;

/** Starts the institution from the environment and stops it with its parent or on a signal. */
async function main(): Promise<void> {
  const stopWithParent = watchParent();
  const institution = await startSandboxInstitution(readConfig(process.env));
  process.on('SIGTERM', () => void stop(institution));
  process.on('SIGINT', () => void stop(institution));
  stopWithParent(institution);
  process.stdout.write(`${JSON.stringify({ ready: true, url: institution.url })}\n`);
}

/**
 * A parent that starts this process keeps the other end of its standard input, and the system closes that end however
 * the parent dies, `kill -9` included (D14). A terminal, a file or /dev/null is no parent.
 */
function watchParent(): (institution: RunningInstitution) => void {
  const input = fstatSync(0);
  if (!input.isFIFO() && !input.isSocket()) return () => {};
  let orphaned = false;
  let running: RunningInstitution | undefined;
  const end = (): void => {
    orphaned = true;
    if (running) void stop(running);
  };
  process.stdin.on('end', end).on('error', end).resume();
  return (institution) => {
    running = institution;
    if (orphaned) void stop(institution);
  };
}

let stopping = false;

async function stop(institution: RunningInstitution): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What is answered is on disk already, so a slow client must not hold the port.
  setTimeout(() => process.exit(0), 1000).unref();
  await institution.close();
  process.exit(0);
}

function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof ConfigurationError) return { message: error.message, exitCode: EXIT_CONFIGURATION };
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    const message = `port ${port} on 127.0.0.1 is taken; stop the process that holds it or set SANDBOX_PORT`;
    return { message, exitCode: EXIT_PORT_TAKEN };
  }
  if (code === 'EACCES') {
    return { message: `port ${port} may not be used by this user; set SANDBOX_PORT`, exitCode: EXIT_CONFIGURATION };
  }
  return { message: String(error), exitCode: 1 };
}

// What it writes is for its own user.
process.umask(0o077);

try {
  await main();
} catch (error) {
  const { message, exitCode } = explain(error);
  process.stderr.write(`Sandbox payment institution: ${message}\n`);
  process.exitCode = exitCode;
  // Standard input keeps the process alive while it is watched.
  process.stdin.destroy();
}
