import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { compile as compileProxies } from '@fastify/proxy-addr';
import { MailSettingError } from '../platform/mail/mail-transport.ts';
import { openMailTransport } from '../platform/mail/open-mail-transport.ts';
import { makeFolder } from '../platform/make-folder.ts';
import { LONGEST_BACKUP_DAYS } from '../privacy/traces/longest-backup.ts';
import { ConfigError } from './config-error.ts';
import { repositoryFolder } from './package-folder.ts';

/** Levels that the logger knows. */
const LOG_LEVELS: ReadonlySet<string> = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

/** The environment without what is set to nothing: `PORT=` in a file of settings means that it is not set. */
export function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/** A port from `least` on. @throws {ConfigError} */
export function portSetting(env: NodeJS.ProcessEnv, variable: string, fallback: number, least: number): number {
  const text = env[variable] ?? String(fallback);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < least || port > 65_535) {
    throw new ConfigError(`${variable} is no port number from ${least} to 65535.`);
  }
  return port;
}

/** What to listen on: an IP address or a name of this machine. @throws {ConfigError} */
export function hostSetting(env: NodeJS.ProcessEnv): string {
  const host = env.HOST ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^(?=.{1,253}$)(?!\d+(?:\.\d+)*$)[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(host)) {
    throw new ConfigError('HOST is no IP address and no host name.');
  }
  return host;
}

/** The origin that the shop is reached at. @throws {ConfigError} */
export function publicUrlSetting(env: NodeJS.ProcessEnv, port: number): string {
  const text = env.PUBLIC_URL ?? `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const stray = url && (url.username || url.password || url.search || url.hash || !/^\/*$/.test(url.pathname));
  if (!url || !/^https?:$/.test(url.protocol) || stray) {
    throw new ConfigError('PUBLIC_URL is no http:// or https:// address without a path, such as https://shop.example.');
  }
  return url.origin;
}

/** How much is logged. @throws {ConfigError} */
export function logLevelSetting(env: NodeJS.ProcessEnv): string {
  const level = env.LOG_LEVEL ?? 'info';
  if (!LOG_LEVELS.has(level)) throw new ConfigError(`LOG_LEVEL is none of ${[...LOG_LEVELS].join(', ')}.`);
  return level;
}

/** How long backups are kept, in days; never longer than the shop says to the erased. @throws {ConfigError} */
export function backupDaysSetting(env: NodeJS.ProcessEnv): number {
  const text = env.BACKUP_DAYS ?? String(LONGEST_BACKUP_DAYS);
  const days = Number(text);
  if (!/^\d{1,2}$/.test(text) || days < 1 || days > LONGEST_BACKUP_DAYS) {
    throw new ConfigError(`BACKUP_DAYS is no number of days from 1 to ${LONGEST_BACKUP_DAYS}.`);
  }
  return days;
}

/** What is on unless it is switched off. @throws {ConfigError} */
export function switchSetting(
  env: NodeJS.ProcessEnv,
  variable: 'SEED_DEMO' | 'DEMO_CUSTOMERS' | 'RENDER_AHEAD',
): boolean {
  const text = env[variable] ?? 'true';
  if (text !== 'true' && text !== 'false') throw new ConfigError(`${variable} is neither true nor false.`);
  return text === 'true';
}

/** The folder of files, made if there is none. @throws {ConfigError} */
export function dataDirSetting(env: NodeJS.ProcessEnv): string {
  return writableFolder('DATA_DIR', env.DATA_DIR ?? '.data');
}

/** The folder of rendered pictures; in the data folder, which is known to be written to, it is made with the first of them. @throws {ConfigError} */
export function picturesDirSetting(env: NodeJS.ProcessEnv, dataDir: string): string {
  return env.PICTURES_DIR === undefined ? join(dataDir, 'pictures') : writableFolder('PICTURES_DIR', env.PICTURES_DIR);
}

/** The folder of the erasure ledger; in the data folder it is made with the first erasure. @throws {ConfigError} */
export function erasureLedgerSetting(env: NodeJS.ProcessEnv, dataDir: string): string {
  return env.ERASURE_LEDGER === undefined
    ? join(dataDir, 'erasures')
    : writableFolder('ERASURE_LEDGER', env.ERASURE_LEDGER);
}

function writableFolder(variable: string, path: string): string {
  const folder = resolve(repositoryFolder(), path);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError(`${variable} is no folder that can be written to (${(error as { code?: string }).code}).`);
  }
  return folder;
}

/** The address of a store. @throws {ConfigError} without the address, which may hold a password. */
export function storeUrlSetting(env: NodeJS.ProcessEnv, variable: string, fallback: () => string): string {
  const text = env[variable];
  if (text === undefined) return fallback();
  if (/^sqlite:./.test(text) || isPostgresUrl(text)) return text;
  throw new ConfigError(
    `${variable} is no address of a database: sqlite:<path> or postgres://user:password@host:port/database, with %-escapes for signs that have a meaning there.`,
  );
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname } = new URL(text);
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
  } catch {
    return false;
  }
  return /^postgres(?:ql)?:$/.test(protocol) && /^\/[^/]+$/.test(pathname);
}

/**
 * Whose word on a client's address is taken (TRUSTED_PROXIES): addresses and networks, parted by commas; this machine alone if it is
 * not set. The address only counts attempts to sign in, and is not kept. @throws {ConfigError}
 */
export function trustedProxiesSetting(env: NodeJS.ProcessEnv): (address: string, hop: number) => boolean {
  const listed = (env.TRUSTED_PROXIES ?? 'loopback').split(',').map((entry) => entry.trim());
  try {
    return compileProxies(listed);
  } catch {
    throw new ConfigError('TRUSTED_PROXIES is no list of addresses and networks, such as loopback,10.0.0.0/8.');
  }
}

/** How mail goes out, as the operator set it. */
interface MailSetting {
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailAgreement: string | null;
}

/** The mail relay and the sender, looked at before anything is started: opening the way out asks nobody yet. @throws {ConfigError} */
export function mailSetting(env: NodeJS.ProcessEnv): MailSetting {
  const smtpUrl = env.SMTP_URL ?? null;
  const mailFrom = env.MAIL_FROM ?? 'Barrier <orders@barrier.example>';
  const mailAgreement = env.MAIL_AGREEMENT ?? null;
  try {
    // Whether production has a relay at all is asked of a server alone; a command sends no mail.
    openMailTransport({ smtpUrl, from: mailFrom, agreementKey: mailAgreement, production: false })?.close();
  } catch (error) {
    if (error instanceof MailSettingError) throw new ConfigError(error.message);
    throw error;
  }
  return { smtpUrl, mailFrom, mailAgreement };
}
