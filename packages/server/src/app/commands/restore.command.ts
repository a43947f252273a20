import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BackupPart } from '../../platform/backup/sealed-file.ts';
import { rewriteFile } from '../../platform/cleaning/rewrite-file.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import { lockDataFolder } from '../../platform/orm/process-lock.ts';
import { dialectOf } from '../../platform/orm/store.ts';
import { personalDatabases } from '../../privacy/traces/personal-tables.ts';
import { type BackupFile, listBackups } from '../backup/backup-files.ts';
import { type RestoreSource, restoreBackup } from '../backup/restore-backup.ts';
import { PARTS } from '../backup/write-backup.ts';
import { type Config, readConfig } from '../config.ts';
import { closePrivacy, openPrivacy } from '../open-privacy.ts';
import { callerFolder } from './caller-folder.ts';
import { replayAndTell } from './replay-erasures.command.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `restore FOLDER`: puts main and log back as they were in a backup, and the keys if they are lost (`--keys FOLDER`); then whoever was erased
 * since is erased again. Refused while a server runs.
 * @throws {UsageError}
 */
export async function restoreCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      at: { type: 'string' },
      'keep-log': { type: 'boolean', default: false },
    },
  });
  const [data, ...more] = positionals;
  if (more.length > 0 || (!data && !values.keys)) throw new UsageError(USAGE.restore.call);
  const config = readConfig(process.env);
  const sources: RestoreSource[] = [];
  const add = async (part: BackupPart, place: string) => {
    const path = await choose(place, part, values.at);
    sources.push({ part, path, stores: PARTS[part].filter((name) => !(name === 'log' && values['keep-log'])) });
  };
  if (values.keys) await add('keys', values.keys);
  if (data) await add('data', data);
  const isSqlite = [config.mainUrl, config.keysUrl, config.logUrl].some((url) => dialectOf(url) === 'sqlite');
  const lock = isSqlite ? lockDataFolder(config.dataDir) : null;
  try {
    await restoreBackup(config, sources);
    for (const { path, stores } of sources) say(`Restored: ${stores.join(' and ')} from ${path}`);
    await eraseAgain(config);
  } finally {
    lock?.release();
  }
}

/** Before anybody is served: who was erased since the backup goes again, out of the files too. */
async function eraseAgain(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const core = await openPrivacy({ config, clock: systemClock, logger, progress: () => undefined });
  try {
    await replayAndTell(core, false);
    for (const database of personalDatabases(core)) {
      if ('file' in database) rewriteFile(database.file);
      else await (await import('../../platform/cleaning/rewrite-tables.ts')).rewriteTables(database);
    }
  } finally {
    await closePrivacy(core);
  }
}

/** The file that was named, or the newest of a folder, or the newest up to a moment. @throws {UsageError} */
async function choose(place: string, part: BackupPart, at: string | undefined): Promise<string> {
  const path = resolve(callerFolder(), place);
  const there = await stat(path).catch(() => null);
  if (!there) throw new UsageError(`There is no ${path}.`);
  const file = there.isFile() ? path : null;
  if (file) return file;
  const until = at === undefined ? null : new Date(at);
  if (until && Number.isNaN(until.getTime())) throw new UsageError(USAGE.restore.call);
  const all = (await listBackups(path, part)).filter((one) => !until || part === 'keys' || one.at <= until);
  const newest: BackupFile | undefined = all.at(-1);
  if (!newest) throw new UsageError(`There is no backup of the ${part} in ${path}.`);
  return newest.path;
}
