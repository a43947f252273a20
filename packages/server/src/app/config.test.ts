import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { repositoryFolder } from './package-folder.ts';
import { dataDirSetting } from './read-settings.ts';

const before = process.cwd();
const elsewhere = mkdtempSync(join(tmpdir(), 'barrier-config-'));
const RELATIVE = 'node_modules/.cache/data-folder';
afterAll(() => {
  process.chdir(before);
  for (const folder of [elsewhere, join(repositoryFolder(), RELATIVE)]) rmSync(folder, { recursive: true });
});

it('Data lie in the repository, whatever folder the server is started in', () => {
  process.chdir(elsewhere);
  expect(dataDirSetting({ DATA_DIR: RELATIVE })).toBe(join(repositoryFolder(), RELATIVE));
  expect(dataDirSetting({ DATA_DIR: elsewhere })).toBe(elsewhere);
});

/** What starts read the secrets in one folder after the other, all of them at the same moment. */
const STARTS = `
const { parentPort, workerData } = require('node:worker_threads');
const { folders, starts, arrived } = workerData;
import(workerData.module).then(({ readSecrets }) => {
  parentPort.postMessage(folders.map((dataDir, at) => {
    Atomics.add(arrived, at, 1);
    while (Atomics.load(arrived, at) < starts);
    return readSecrets({}, dataDir, false);
  }));
});`;

it('First starts at the same moment in one empty folder make its secrets once', async () => {
  const starts = 2;
  const folders = Array.from({ length: 50 }, (_, at) => join(elsewhere, `first-${at}`));
  for (const folder of folders) mkdirSync(folder);
  const arrived = new Int32Array(new SharedArrayBuffer(4 * folders.length));
  const module = join(import.meta.dirname, 'read-secrets.ts');
  const workers = Array.from(
    { length: starts },
    () => new Worker(STARTS, { eval: true, workerData: { folders, starts, arrived, module } }),
  );
  const read = await Promise.all(workers.map(async (worker) => ((await once(worker, 'message')) as unknown[])[0]));
  const stored = folders.map((folder) => JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as unknown);
  expect(read).toEqual(workers.map(() => stored));
  for (const folder of folders) {
    expect(readdirSync(folder)).toEqual(['secrets.json']);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  }
});
