import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../platform/create-file.ts';
import { ConfigError } from './config-error.ts';

/** Secrets are hex strings of 32 bytes. */
export interface Secrets {
  /** The keys of the blind index of e-mail addresses (D2) and of the canaries' words (decision 015) are derived from it. */
  readonly blindIndexKey: string;
  /** Key of idempotency fingerprints (D2). */
  readonly fingerprintKey: string;
  /** What the payment institution signs its webhooks with. */
  readonly webhookSecret: string;
  /** What the shop shows the payment institution. */
  readonly institutionApiKey: string;
  /** The keys of backups are derived from it. */
  readonly backupKey: string;
}

const VARIABLES: Readonly<Record<keyof Secrets, string>> = {
  blindIndexKey: 'BLIND_INDEX_KEY',
  fingerprintKey: 'FINGERPRINT_KEY',
  webhookSecret: 'PAYMENT_WEBHOOK_SECRET',
  institutionApiKey: 'PAYMENT_API_KEY',
  backupKey: 'BACKUP_KEY',
};

/** The variables of all secrets. */
export const SECRET_VARIABLES = Object.values(VARIABLES);

/**
 * Reads the secrets. Outside production missing ones are generated once into `<DATA_DIR>/secrets.json`; in production a missing one is
 * an error, and so are two that are the same: whoever holds one, such as the institution, would hold the other.
 * @throws {ConfigError} with a line for each that is wrong.
 */
export function readSecrets(env: NodeJS.ProcessEnv, dataDir: string, production: boolean): Secrets {
  const names = Object.keys(VARIABLES) as (keyof Secrets)[];
  const file = join(dataDir, 'secrets.json');
  const madeBefore = existsSync(file);
  const stored: Partial<Secrets> = !production && madeBefore ? readStored(file) : {};
  const given = new Map(names.map((name) => [VARIABLES[name], env[VARIABLES[name]] ?? stored[name]]));
  const wrong = [...given].flatMap(([variable, value]) => whatIsWrong(variable, value, production));
  if (production) wrong.push(...sameSecrets(given));
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  const secrets = Object.fromEntries(
    names.map((name) => [name, given.get(VARIABLES[name]) ?? randomBytes(32).toString('hex')]),
  ) as unknown as Secrets;
  if (!production && names.some((name) => stored[name] === undefined)) {
    const text = `${JSON.stringify({ ...secrets, ...stored }, null, 2)}\n`;
    if (madeBefore) writeFileSync(file, text, { mode: 0o600 });
    // Another first start was quicker: what it has made counts for all.
    else if (!createFile(file, text)) return readSecrets(env, dataDir, production);
  }
  return secrets;
}

function whatIsWrong(variable: string, value: string | undefined, production: boolean): string[] {
  if (value === undefined) return production ? [`${variable} is not set.`] : [];
  return /^[0-9a-f]{64}$/.test(value) ? [] : [`${variable} is not 64 hexadecimal digits (32 bytes).`];
}

function sameSecrets(given: ReadonlyMap<string, string | undefined>): string[] {
  const first = new Map<string, string>();
  return [...given].flatMap(([variable, value]) => {
    if (value === undefined) return [];
    const other = first.get(value);
    if (other !== undefined) return [`${variable} is the same as ${other}: each secret needs a value of its own.`];
    first.set(value, variable);
    return [];
  });
}

/** What was generated before. A parser's error would quote the file, which is all secrets. */
function readStored(file: string): Partial<Secrets> {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  } catch {
    throw new ConfigError('secrets.json in DATA_DIR can be read by others: set its mode to 0600.');
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch {
    throw new ConfigError('secrets.json in DATA_DIR cannot be read: bring back its backup.');
  }
}
