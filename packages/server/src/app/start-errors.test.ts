import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../test/shop/open-test-shop.ts';
import { writeSellerFile } from '../../test/shop/write-seller-file.ts';

const PASSWORD = 'hunter2-of-a-test';

/** Starts the server, or a command, as an operator does, and waits for its end. */
async function start(env: Record<string, string>, program = ['dist/main.js']) {
  const child = spawn(process.execPath, program, {
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
    [
      'KEYS_DATABASE_URL',
      {
        DATABASE_URL: `postgres://testa:${PASSWORD}@127.0.0.1:1/shop`,
        KEYS_DATABASE_URL: `postgres://keys:${PASSWORD}@127.0.0.1:1/shop`,
      },
    ],
    ['HOST', { HOST: '192.0.2.1' }],
    ['DATA_DIR', { DATA_DIR: `/dev/null/${PASSWORD}` }],
    // Where no folder can be made the system says that the folder above is not there, which it is.
    ['DATA_DIR', { DATA_DIR: `/proc/${PASSWORD}` }],
    ['DATA_DIR', { DATA_DIR: `/proc/${PASSWORD}/data` }],
    ['PICTURES_DIR', { PICTURES_DIR: `/proc/${PASSWORD}` }],
    ['DATABASE_URL', { DATABASE_URL: `sqlite:/proc/${PASSWORD}/main.db` }],
  ])('ends with 78 and one line that names %s, without the value: %j', async (variable, env) => {
    const { code, output } = await start(env);
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output.trim().split('\n').at(-1)).toMatch(new RegExp(`\\b${variable}\\b`));
    expect(output).not.toContain(PASSWORD);
    expect(output).not.toMatch(/^ {4}at /m);
  });

  it('ends naming PORT where it is taken, with no store opened', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const dataDir = mkdtempSync(join(tmpdir(), 'barrier-start-'));
    const { port } = other.address() as { port: number };
    const { code, output } = await start({ PORT: String(port), DATA_DIR: dataDir });
    other.close();
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output).toContain(`Port ${port} is taken: set PORT`);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual([]);
  });

  it.each([
    ['SMTP_URL', { SMTP_URL: 'http://x' }],
    ['MAIL_FROM', { MAIL_FROM: 'foo' }],
  ] as const)('ends naming %s before anything is made or started', async (variable, env) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'barrier-start-'));
    const { code, output } = await start({ DATA_DIR: dataDir, ...env });
    expect(code).toBe(78);
    expect(output).toMatch(new RegExp(`^${variable}\\b.*\\n$`));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('ends a command in the same way', async () => {
    const { code, output } = await start({ DATABASE_URL: `postgres://t:${PASSWORD}@127.0.0.1:1/s` }, [
      'dist/cli.js',
      'db:migrate',
    ]);
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain(PASSWORD);
  });
});

describe.concurrent('A start in production', () => {
  const secret = (digit: string) => digit.repeat(64);
  const production = (dataDir: string) => ({
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PUBLIC_URL: 'https://shop.example',
    SMTP_URL: 'smtp://127.0.0.1',
    MAIL_FROM: 'Shop <orders@shop.example>',
    SELLER_FILE: writeSellerFile(),
    BLIND_INDEX_KEY: secret('a'),
    FINGERPRINT_KEY: secret('b'),
    PAYMENT_WEBHOOK_SECRET: secret('c'),
    PAYMENT_API_KEY: secret('d'),
    BACKUP_KEY: secret('e'),
  });
  const folder = () => mkdtempSync(join(tmpdir(), 'barrier-production-'));

  it.each(['PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'SELLER_FILE', 'PAYMENT_API_KEY', 'BACKUP_KEY', 'DATA_DIR'])(
    'ends naming %s where it is missing, with no store opened and no key made',
    async (variable) => {
      const dataDir = folder();
      // In the folder is no keyring.
      const missing = variable === 'DATA_DIR' ? {} : { [variable]: '' };
      const { code, output } = await start({ ...production(dataDir), ...missing });
      expect({ code, output }).toMatchObject({ code: 78 });
      expect(output).toMatch(new RegExp(`\\b${variable}\\b`));
      expect(readdirSync(dataDir)).toEqual([]);
    },
  );

  it('names all that is missing at once, a line each, and first what no variable mends', async () => {
    const dataDir = folder();
    const { code, output } = await start({
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: `postgres://testa:${PASSWORD}@127.0.0.1:1/shop`,
    });
    expect(code).toBe(78);
    const lines = output.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^NODE_ENV=production needs a payment institution/);
    const named = lines.slice(1).map((line) => /^\w+/.exec(line)?.[0]);
    expect(named).toEqual([
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'SELLER_FILE',
      'BLIND_INDEX_KEY',
      'FINGERPRINT_KEY',
      'PAYMENT_WEBHOOK_SECRET',
      'PAYMENT_API_KEY',
      'BACKUP_KEY',
      'KEYS_DATABASE_URL',
      'KEY_PROVIDER',
    ]);
    expect(output).not.toContain(PASSWORD);
  });

  it('refuses two secrets that are the same, without the value', async () => {
    const dataDir = folder();
    const same = { FINGERPRINT_KEY: secret('a'), PAYMENT_API_KEY: secret('a') };
    const { code, output } = await start({ ...production(dataDir), ...same });
    expect(code).toBe(78);
    expect(output).toMatch(/^FINGERPRINT_KEY is the same as BLIND_INDEX_KEY\b/m);
    expect(output).toMatch(/^PAYMENT_API_KEY is the same as BLIND_INDEX_KEY\b/m);
    expect(output).not.toContain(secret('a'));
  });

  it.each<[string, string]>([
    ['email.service', writeSellerFile({ email: { service: PASSWORD } })],
    ['name', 'packages/server/demo/seller.json'],
    ['phone', writeSellerFile({ phone: '+49 30 23125 000' })],
  ])('ends naming %s of a seller file in which it is wrong or left as in the demo: %s', async (key, file) => {
    const dataDir = folder();
    const { code, output } = await start({ ...production(dataDir), SELLER_FILE: file });
    expect({ code, output }).toMatchObject({ code: 78 });
    expect(output).toMatch(new RegExp(`^SELLER_FILE: ${key.replace('.', '\\.')}\\b`, 'm'));
    expect(output).not.toContain(PASSWORD);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('takes the keyring that keys:init has made, which makes no second one, and misses the payment institution', async () => {
    const dataDir = folder();
    const init = () => start(production(dataDir), ['dist/cli.js', 'keys:init']);
    const made = await init();
    expect(made.code).toBe(0);
    expect(made.output).toContain('keyring.json');
    expect(await init()).toMatchObject({ code: 2, output: 'There is a keyring in DATA_DIR already.\n' });
    const before = readdirSync(dataDir);
    const { code, output } = await start(production(dataDir));
    expect([code, output]).toEqual([78, expect.stringMatching(/^NODE_ENV=production needs a payment institution/)]);
    expect(readdirSync(dataDir)).toEqual(before);
    rmSync(join(dataDir, 'keyring.json'));
    const refused = await init();
    expect(refused.code).toBe(2);
    expect(refused.output).toContain('bring back its backup');
    expect(readdirSync(dataDir)).not.toContain('keyring.json');
  });
});
