import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { waitForPostgres } from './embedded-postgres.ts';

it('The cluster of the tests ends, and its folder goes, when the process that started it is killed', async () => {
  const child = fork(join(import.meta.dirname, 'start-and-wait.ts'), [], {
    execArgv: ['--import', '@oxc-node/core/register'],
    cwd: join(import.meta.dirname, '../..'),
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  await waitForPostgres(url);
  const client = new Client({ connectionString: `${url}/postgres` });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  const folder = join(rows[0]?.data_directory ?? '', '..');
  expect(existsSync(folder)).toBe(true);
  const ended = new Promise((resolve) => client.once('end', resolve));
  child.kill('SIGKILL');
  await ended;
  await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
});
