import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BackupPart } from '../../platform/backup/sealed-file.ts';
import { UsageError } from '../commands/usage-error.ts';

/** A backup in a folder. */
export interface BackupFile {
  readonly path: string;
  readonly at: Date;
}

const NAME = /^barrier-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(data|keys)\.backup$/;

/** What a backup of a moment is called. */
function nameOf(part: BackupPart, at: Date): string {
  return `barrier-${at.toISOString().replaceAll(/[:.]/g, '-')}.${part}.backup`;
}

/** The backups of a part in a folder, oldest first. */
export async function listBackups(folder: string, part: BackupPart): Promise<BackupFile[]> {
  const names = await readdir(folder);
  return names.sort().flatMap((name): BackupFile[] => {
    const [, day, hours, minutes, seconds, ms, kind] = NAME.exec(name) ?? [];
    if (kind !== part) return [];
    return [{ path: join(folder, name), at: new Date(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`) }];
  });
}

/** Writes a backup; it appears whole or not at all, for this user alone. Answers its path. */
export async function writeBackupFile(
  folder: string,
  part: BackupPart,
  at: Date,
  content: AsyncIterable<Buffer>,
): Promise<string> {
  const path = join(folder, nameOf(part, at));
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(content), createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const within = await open(folder, 'r');
  try {
    await within.sync();
  } finally {
    await within.close();
  }
  return path;
}

/** Deletes the backups of a part that are older than so many days, and what a killed command left unfinished; answers their names. */
export async function deleteOldBackups(folder: string, part: BackupPart, now: Date, days: number): Promise<string[]> {
  const before = now.getTime() - days * 86_400_000;
  const old = (await listBackups(folder, part)).filter(({ at }) => at.getTime() < before).map(({ path }) => path);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!NAME.test(name.replace(/\.part$/, '')) || !name.endsWith('.part')) continue;
    if ((await stat(path)).mtimeMs < now.getTime() - 86_400_000) old.push(path);
  }
  for (const path of old) await rm(path);
  return old.map((path) => basename(path));
}

/** Makes the folders of a backup. @throws {UsageError} if both halves would lie together. */
export async function prepareFolders(data: string | null, keys: string | null): Promise<void> {
  for (const folder of [data, keys]) if (folder) await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!data || !keys) return;
  const [one, other] = [await realpath(data), await realpath(keys)];
  if (isWithin(one, other) || isWithin(other, one)) {
    throw new UsageError(
      'The keys must not lie in the folder of the backup, nor that in theirs: together they open everything.',
    );
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
