import { readConfig } from '../../src/app/config.ts';
import { openShop } from '../../src/app/open-shop.ts';
import { stopOnSignals } from '../../src/app/stop-on-signals.ts';
import { createLogger } from '../../src/platform/logger/logger.ts';

// The server as `src/main.ts` runs it, without the site, which is not built where tests of the API run.
const config = readConfig(process.env);
const shop = await openShop({ config, logger: createLogger(config.logLevel), site: false });
await shop.listen();
stopOnSignals(shop);
