import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

it('says of a file that is not there, or is none, which it is, and opens no store', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-import-'));
  const stores = storesIn(dataDir);
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

it('says of stock below nothing that it is taken as none, row by row in the report', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-import-'));
  const stores = storesIn(dataDir);
  const file = join(dataDir, 'products.csv');
  writeFileSync(
    file,
    'Handle,Title,Variant Price,Variant Inventory Qty\noversold,Oversold,12.00,-4\nthere,There,12.00,4\n',
  );
  const short = await runCommand(stores, 'import:catalog', file, '--dry-run');
  expect(short.stdout).toMatch(/1 row was not taken as written: --report says which\.\n$/);
  const { code, stdout, stderr } = await runCommand(stores, 'import:catalog', file, '--report');
  expect(code).toBe(0);
  const lines = `${stdout}${stderr}`.split(/[\r\n]+/).filter((line) => line.startsWith('line '));
  expect(lines).toEqual([
    'line 2 (oversold): created: Variant Inventory Qty: -4 is taken as 0.',
    'line 3 (there): created',
  ]);
});

function storesIn(dataDir: string) {
  const url = (name: string) => `sqlite:${join(dataDir, `${name}.db`)}`;
  return { dataDir, urls: { mainUrl: url('main'), keysUrl: url('keys'), logUrl: url('log') } };
}
