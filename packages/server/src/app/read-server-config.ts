import { type Config, NO_KEYS_DATABASE, readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { readKeyProviderSettings, requireKeyring } from './open-key-provider.ts';
import { SECRET_VARIABLES } from './read-secrets.ts';
import { dataDirSetting, withoutEmpty } from './read-settings.ts';

/** There is no variable for it yet: the port has no adapter of a real institution. */
const NO_INSTITUTION =
  'NODE_ENV=production needs a payment institution, and none is built in; the sandbox is refused there.';

/** What a server in production must be told besides what commands need too, since no default is right for it. */
const REQUIRED = ['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SELLER_FILE', ...SECRET_VARIABLES];

/**
 * Reads the configuration of a server, and finds all that is missing in production before a store is opened or a key made.
 * @throws {ConfigError} naming the variable; in production with a line for each, what no variable mends first.
 */
export function readServerConfig(environment: NodeJS.ProcessEnv): Config {
  const env = withoutEmpty(environment);
  if (env.NODE_ENV !== 'production') return readConfig(environment);
  const missing = REQUIRED.filter((variable) => env[variable] === undefined).map(
    (variable) => `${variable} is not set.`,
  );
  if (/^postgres/.test(env.DATABASE_URL ?? '') && env.KEYS_DATABASE_URL === undefined) missing.push(NO_KEYS_DATABASE);
  const wrong = refusalOf(() => readConfig(environment));
  const keyring = refusalOf(() =>
    requireKeyring({ production: true, keyProvider: readKeyProviderSettings(env), dataDir: dataDirSetting(env) }),
  );
  const lines = [NO_INSTITUTION, ...missing, ...wrong, ...keyring];
  throw new ConfigError([...new Set(lines)].join('\n'));
}

/** What a piece of work refuses, line by line; nothing if it goes through. */
function refusalOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
}
