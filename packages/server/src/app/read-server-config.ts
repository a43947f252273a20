import { type Config, readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { requireKeyring } from './open-key-provider.ts';
import { withoutEmpty } from './read-settings.ts';

/** What a server in production must be told besides what commands need too, since no default is right for it. */
const REQUIRED = ['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SELLER_FILE'] as const;

/**
 * Reads the configuration of a server, and finds what is missing in production before a store is opened or a key made.
 * @throws {ConfigError} naming the variable.
 */
export function readServerConfig(environment: NodeJS.ProcessEnv): Config {
  const config = readConfig(environment);
  if (!config.production) return config;
  const env = withoutEmpty(environment);
  for (const variable of REQUIRED) {
    if (env[variable] === undefined) throw new ConfigError(`${variable} is not set.`);
  }
  requireKeyring(config);
  // There is no variable for it yet: the port has no adapter of a real institution.
  throw new ConfigError(
    'NODE_ENV=production needs a payment institution, and none is built in; the sandbox is refused there.',
  );
}
