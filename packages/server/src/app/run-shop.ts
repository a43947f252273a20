import { createLogger } from '../platform/logger/logger.ts';
import { giveBackMemory } from '../platform/memory/give-back-memory.ts';
import { readConfig } from './config.ts';
import { BAD_CONFIGURATION, explainStartError } from './explain-start-error.ts';
import { openShop } from './open-shop.ts';
import { welcome } from './welcome.ts';

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
  const message = explainStartError(error);
  if (message === null) throw error;
  process.stderr.write(`${message}\n`);
  process.exit(BAD_CONFIGURATION);
}
