import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BackupPart } from '../../platform/backup/sealed-file.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { deleteOldBackups, prepareFolders } from '../backup/backup-files.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { readConfig } from '../config.ts';
import { callerFolder } from './caller-folder.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `backup FOLDER --keys FOLDER`: writes encrypted backups, beside the running server, and deletes those that are too old. Main before keys,
 * so that each subject of the one has a key in the other.
 * @throws {UsageError}
 */
export async function backupCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { keys: { type: 'string' } } });
  const [data, ...more] = positionals;
  if (more.length > 0 || (!data && !values.keys)) throw new UsageError(USAGE.backup.call);
  const folders: Readonly<Record<BackupPart, string | null>> = {
    data: data ? resolve(callerFolder(), data) : null,
    keys: values.keys ? resolve(callerFolder(), values.keys) : null,
  };
  const config = readConfig(process.env);
  await prepareFolders(folders.data, folders.keys);
  const now = systemClock.now();
  for (const part of ['data', 'keys'] as const) {
    const folder = folders[part];
    if (!folder) continue;
    say(`Written: ${await writeBackup(config, part, folder, now)}`);
    for (const name of await deleteOldBackups(folder, part, now, config.backupDays)) say(`Deleted: ${name}`);
  }
  if (!folders.keys) say('The keys are not in it: back them up apart, by --keys FOLDER.');
}
