import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
