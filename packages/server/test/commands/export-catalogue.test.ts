import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

it('says of a place where no file can be written what is wrong with it, and opens no store', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-export-'));
  const url = (name: string) => `sqlite:${join(dataDir, `${name}.db`)}`;
  const stores = { dataDir, urls: { mainUrl: url('main'), keysUrl: url('keys'), logUrl: url('log') } };
  const missing = join(dataDir, 'nowhere');
  expect(await runCommand(stores, 'export:catalog', join(missing, 'products.csv'))).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no folder ${missing}.\n`,
  });
  const folder = join(dataDir, 'folder.csv');
  mkdirSync(folder);
  expect(await runCommand(stores, 'export:catalog', folder)).toMatchObject({
    code: 2,
    stderr: `${folder} is no file.\n`,
  });
  expect(readdirSync(dataDir)).toEqual(['folder.csv']);
});
