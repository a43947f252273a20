import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

it('says of a file that is not there, or is none, which it is, and opens no store', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-import-'));
  const url = (name: string) => `sqlite:${join(dataDir, `${name}.db`)}`;
  const stores = { dataDir, urls: { mainUrl: url('main'), keysUrl: url('keys'), logUrl: url('log') } };
  const missing = join(dataDir, 'nope.csv');
  expect(await runCommand(stores, 'import:catalog', missing)).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no file ${missing}.\n`,
  });
  const folder = join(dataDir, 'folder.csv');
  mkdirSync(folder);
  expect(await runCommand(stores, 'import:catalog', folder)).toMatchObject({
    code: 2,
    stderr: `${folder} is no file.\n`,
  });
  expect(readdirSync(dataDir)).toEqual(['folder.csv']);
});
