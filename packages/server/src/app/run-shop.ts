import { createLogger } from '../platform/logger/logger.ts';
import { giveBackMemory } from '../platform/memory/give-back-memory.ts';
import { BAD_CONFIGURATION, explainStartError } from './explain-start-error.ts';
import { openShop } from './open-shop.ts';
import { readServerConfig } from './read-server-config.ts';
import { renderDemoPictures } from './render-demo-pictures.ts';
import { requireFreePort } from './require-free-port.ts';
import type { Shop } from './shop.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { welcome } from './welcome.ts';

/** Loaded only where it is wanted; a demo without a customer to sign in as is still a demo. */
async function openDemoAccount(shop: Shop): Promise<void> {
  try {
    const { seedDemoCustomers } = await import('./demo-customers/seed-demo-customers.ts');
    await seedDemoCustomers(shop);
  } catch (error) {
    shop.logger.warn({ err: error }, 'customer of the demo not ready');
  }
}

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
  if (config.demoCustomers) void openDemoAccount(shop);
  if (config.renderAhead) void renderDemoPictures(shop, say, settling.signal);
  giveBackMemory(settling.signal).catch((error: unknown) => shop.logger.warn({ err: error }, 'memory not given back'));

  stopOnSignals(shop, () => settling.abort());
} catch (error) {
  const message = explainStartError(error);
  if (message === null) throw error;
  process.stderr.write(`${message}\n`);
  process.exit(BAD_CONFIGURATION);
}
