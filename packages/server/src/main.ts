import { readConfig } from './app/config.ts';
import { ConfigError } from './app/config-error.ts';
import { openShop } from './app/open-shop.ts';
import { createLogger } from './platform/logger/logger.ts';
import { DataFolderInUseError } from './platform/orm/process-lock.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const shop = await openShop({ config, logger, progress: (step) => say(`  ${step}`) });
  await shop.http.listen({ host: config.host, port: config.port });
  say(`  ready at ${config.publicUrl}`);

  let closing = false;
  const stop = async () => {
    if (closing) return;
    closing = true;
    await shop.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  if (error instanceof ConfigError || error instanceof DataFolderInUseError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
  throw error;
}
