import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DataFolderInUseError, lockDataFolder } from './process-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'barrier-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that claims the folder and then waits. */
async function claimant() {
  const script = `
    const Database = require(${JSON.stringify(join(import.meta.dirname, '../../../node_modules/better-sqlite3'))});
    const lock = new Database(${JSON.stringify(join(folder, 'process.lock'))});
    lock.pragma('locking_mode = EXCLUSIVE'); lock.exec('begin exclusive');
    console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('The lock of a data folder', () => {
  it('refuses a second process, and is free again after kill -9', async () => {
    const child = await claimant();
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUseError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = lockDataFolder(folder);
    lock.release();
  });
});
