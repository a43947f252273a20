import { createLogger } from '../platform/logger/logger.ts';
import { giveBackMemory } from '../platform/memory/give-back-memory.ts';
import { BAD_CONFIGURATION, explainStartError } from './explain-start-error.ts';
import { openShop } from './open-shop.ts';
import { readServerConfig } from './read-server-config.ts';
import { renderDemoPictures } from './render-demo-pictures.ts';
import { requireFreePort } from './require-free-port.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { welcome } from './welcome.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readServerConfig(process.env);
  await requireFreePort(config);
  const shop = await openShop({
    config,
    logger: createLogger(config.logLevel),
    progress: config.production ? () => undefined : (step) => say(`  ${step}`),
  });
  const served = await shop.listen();
  if (!config.production) say(welcome(shop, served));

  const settling = new AbortController();
  if (config.renderAhead) void renderDemoPictures(shop, say, settling.signal);
  void giveBackMemory(settling.signal);

  stopOnSignals(shop, () => settling.abort());
} catch (error) {
  const message = explainStartError(error);
  if (message === null) throw error;
  process.stderr.write(`${message}\n`);
  process.exit(BAD_CONFIGURATION);
}
