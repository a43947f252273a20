import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../test/shop/open-test-shop.ts';

const PASSWORD = 'hunter2-of-a-test';

/** Starts the server, or a command, as an operator does, and waits for its end. */
async function start(env: Record<string, string>, program = ['src/main.ts']) {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', ...program], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(await freePort()),
      SANDBOX_PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'barrier-start-')),
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output };
}

describe.concurrent('A start with a setting that is wrong', () => {
  it.each<[string, Record<string, string>]>([
    ['DATABASE_URL', { DATABASE_URL: `postgres://testa:${PASSWORD}@[broken/shop` }],
    ['DATABASE_URL', { DATABASE_URL: `postgres://testa:${PASSWORD}@127.0.0.1:1/shop` }],
    ['DATABASE_URL', { DATABASE_URL: `sqlite:/dev/null/${PASSWORD}/main.db` }],
    ['HOST', { HOST: '192.0.2.1' }],
  ])('ends with 78 and one line that names %s, without the value: %j', async (variable, env) => {
    const { code, output } = await start(env);
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output.trim().split('\n').at(-1)).toMatch(new RegExp(`\\b${variable}\\b`));
    expect(output).not.toContain(PASSWORD);
    expect(output).not.toMatch(/^ {4}at /m);
  });

  it('ends a command in the same way', async () => {
    const { code, output } = await start({ DATABASE_URL: `postgres://t:${PASSWORD}@127.0.0.1:1/s` }, [
      'src/cli.ts',
      'db:migrate',
    ]);
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain(PASSWORD);
  });
});
