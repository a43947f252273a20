import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { freePort, openTestShop } from '../../test/shop/open-test-shop.ts';

let stop: () => Promise<unknown> = async () => undefined;
afterEach(() => stop());

const modesIn = (folder: string) =>
  Object.fromEntries(
    // Of a folder, what does not belong to opening it.
    readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o677).toString(8)]),
  );

/** Starts the server as an operator does and waits until it listens. */
async function startMain(dataDir: string) {
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(await freePort()),
      SANDBOX_PORT: '0',
      SEED_DEMO: 'false',
      DATA_DIR: dataDir,
    },
  });
  stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes('Stop with Ctrl+C')) return child;
  }
  throw new Error(`The server ended:\n${output}`);
}

it('keeps every file of the data folder for its own user, those of an earlier version too', async () => {
  const test = await openTestShop();
  stop = test.close;
  const fresh = modesIn(test.dataDir);
  expect(Object.keys(fresh)).toEqual(expect.arrayContaining(['main.db-wal', 'process.lock', 'sandbox-institution.db']));
  expect(new Set(Object.values(fresh))).toEqual(new Set(['600']));
  await test.close();
  for (const name of readdirSync(test.dataDir)) if (name !== 'keyring.json') chmodSync(join(test.dataDir, name), 0o644);

  const child = await startMain(test.dataDir);
  expect(new Set(Object.values(modesIn(test.dataDir)))).toEqual(new Set(['600']));
  if (process.platform === 'linux') {
    expect(readFileSync(`/proc/${child.pid}/status`, 'utf8')).toMatch(/^Umask:\s+0077$/m);
  }
});
