import { SandboxStartError } from '../features/payments/sandbox/supervise-sandbox.ts';
import { createLogger } from '../platform/logger/logger.ts';
import { MailSettingError } from '../platform/mail/mail-transport.ts';
import { giveBackMemory } from '../platform/memory/give-back-memory.ts';
import { DataFolderInUseError } from '../platform/orm/process-lock.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { openShop } from './open-shop.ts';
import { welcome } from './welcome.ts';

/** The exit code of sysexits.h for a configuration that has to be mended. */
const BAD_CONFIGURATION = 78;

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  const shop = await openShop({
    config,
    logger: createLogger(config.logLevel),
    progress: config.production ? () => undefined : (step) => say(`  ${step}`),
  });
  await shop.http.listen({ host: config.host, port: config.port, listenTextResolver: () => 'listening' });
  if (!config.production) say(welcome(shop));

  const settling = new AbortController();
  void giveBackMemory(settling.signal);

  let closing = false;
  const stop = async () => {
    if (closing) return;
    closing = true;
    settling.abort();
    await shop.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  const message = messageFor(error);
  if (message === null) throw error;
  process.stderr.write(`${message}\n`);
  process.exit(BAD_CONFIGURATION);
}

/** What to tell an operator about an error that they can mend; null for any other. */
function messageFor(error: unknown): string | null {
  const known = [ConfigError, DataFolderInUseError, MailSettingError, SandboxStartError];
  if (known.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port } = error as { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT to a free one, or stop what listens there.` : null;
}
