import { join } from 'node:path';
import type { RetentionDays } from '@barrier/schema/privacy/retention.ts';
import type { Seller } from '../features/seller/seller.ts';
import { ConfigError } from './config-error.ts';
import { type KeyProviderSettings, readKeyProviderSettings } from './open-key-provider.ts';
import { readSecrets, type Secrets } from './read-secrets.ts';
import {
  backupDaysSetting,
  dataDirSetting,
  erasureLedgerSetting,
  hostSetting,
  logLevelSetting,
  mailSetting,
  picturesDirSetting,
  portSetting,
  publicUrlSetting,
  storeUrlSetting,
  switchSetting,
  trustedProxiesSetting,
  withoutEmpty,
} from './read-settings.ts';
import { refuseSharedKeys } from './refuse-shared-keys.ts';
import { retentionSetting } from './retention-setting.ts';
import { sellerSetting } from './seller-setting.ts';

/** What is said where keys would share a server's databases without a word of the operator's. */
export const NO_KEYS_DATABASE = 'KEYS_DATABASE_URL is not set: keys need a database of their own.';

/** Everything an operator can set. Addresses of stores are `sqlite:<path>` or `postgres://…`. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where health and metrics are served apart from the shop; null for the shop's own port. */
  readonly opsPort: number | null;
  /** Where the shop is reached from outside, without a trailing slash; links in mails start with it. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Folder of the erasure ledger, outside of what a restore rolls back. */
  readonly erasureLedger: string;
  /** How long backups are kept, in days. */
  readonly backupDays: number;
  /** Where rendered pictures are kept. */
  readonly picturesDir: string;
  readonly mainUrl: string;
  readonly keysUrl: string;
  readonly logUrl: string;
  readonly logLevel: string;
  readonly keyProvider: KeyProviderSettings;
  readonly secrets: Secrets;
  /** Where mail goes: an SMTP address, or null for the demo's spool. */
  readonly smtpUrl: string | null;
  /** Whether an address is that of a proxy of the operator's, whose word on whom it asks for is taken. */
  readonly trustedProxies: (address: string, hop: number) => boolean;
  readonly mailFrom: string;
  /** Key of the agreement with whoever runs a relay on another machine (D13). */
  readonly mailAgreement: string | null;
  /** Port of the sandbox payment institution; null in production, where a provider must be configured (D14). */
  readonly sandboxPort: number | null;
  /** Who sells: the company of imprint, terms and invoices. */
  readonly seller: Seller;
  /** For how long what is kept (P4.5); shorter than the longest where the operator says so. */
  readonly retentionDays: RetentionDays;
  /** Whether the demo catalogue is seeded into an empty shop. */
  readonly seedDemo: boolean;
  /** Whether the demo has a customer with orders, to sign in as. */
  readonly demoCustomers: boolean;
  /** Whether the demo's pictures are rendered before anybody asks for them. */
  readonly renderAhead: boolean;
}

/**
 * Reads the configuration from environment variables. Outside production missing secrets are generated once into
 * `<DATA_DIR>/secrets.json`; in production a missing secret is an error.
 * @throws {ConfigError} naming the variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const env = withoutEmpty(environment);
  const production = env.NODE_ENV === 'production';
  const dataDir = dataDirSetting(env);
  const port = portSetting(env, 'PORT', 4000, 1);
  const sandboxPort = production ? null : portSetting(env, 'SANDBOX_PORT', port + 1, 0);
  if (sandboxPort === port) throw new ConfigError('SANDBOX_PORT is the same as PORT.');
  const opsPort = env.OPS_PORT === undefined ? null : portSetting(env, 'OPS_PORT', port, 1);
  if (opsPort !== null && (opsPort === port || opsPort === sandboxPort)) {
    throw new ConfigError('OPS_PORT is the same as PORT or SANDBOX_PORT.');
  }
  const publicUrl = publicUrlSetting(env, port);
  if (sandboxPort !== null && new URL(publicUrl).hostname === '127.0.0.1') {
    // Cookies ignore ports (D14).
    throw new ConfigError('PUBLIC_URL is at 127.0.0.1, as the sandbox institution is, which would get the cookies.');
  }
  const mainUrl = storeUrlSetting(env, 'DATABASE_URL', () => `sqlite:${join(dataDir, 'main.db')}`);
  const keysUrl = storeUrlSetting(env, 'KEYS_DATABASE_URL', () => keysUrlBeside(mainUrl, dataDir, production));
  const logUrl = storeUrlSetting(env, 'LOG_DATABASE_URL', () =>
    mainUrl.startsWith('sqlite:') ? `sqlite:${join(dataDir, 'log.db')}` : mainUrl,
  );
  refuseSharedKeys({ mainUrl, keysUrl, logUrl });
  const mail = mailSetting(env);
  return {
    production,
    host: hostSetting(env),
    port,
    opsPort,
    publicUrl,
    dataDir,
    erasureLedger: erasureLedgerSetting(env, dataDir),
    backupDays: backupDaysSetting(env),
    picturesDir: picturesDirSetting(env, dataDir),
    mainUrl,
    keysUrl,
    logUrl,
    logLevel: logLevelSetting(env),
    keyProvider: readKeyProviderSettings(env),
    secrets: readSecrets(env, dataDir, production),
    trustedProxies: trustedProxiesSetting(env),
    ...mail,
    sandboxPort,
    seller: sellerSetting(env, production),
    retentionDays: retentionSetting(env),
    seedDemo: switchSetting(env, 'SEED_DEMO') && !production,
    demoCustomers: switchSetting(env, 'DEMO_CUSTOMERS') && switchSetting(env, 'SEED_DEMO') && !production,
    renderAhead: switchSetting(env, 'RENDER_AHEAD') && switchSetting(env, 'SEED_DEMO') && !production,
  };
}

/** A dump of the main database must open nothing, so keys never share its database. */
function keysUrlBeside(mainUrl: string, dataDir: string, production: boolean): string {
  if (mainUrl.startsWith('sqlite:')) return `sqlite:${join(dataDir, 'keys.db')}`;
  if (production) throw new ConfigError(NO_KEYS_DATABASE);
  const url = new URL(mainUrl);
  url.pathname = `${url.pathname}_keys`;
  return url.href;
}
