import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONGEST_RETENTION_DAYS } from '@barrier/schema/privacy/retention.ts';
import { expect, it } from 'vitest';
import { OTHER_SELLER, writeSellerFile } from '../../test/shop/write-seller-file.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';

const read = (env: Record<string, string>) =>
  readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'barrier-settings-')), ...env });

it('takes what is set to nothing as not set', () => {
  const config = read({ PORT: '', SANDBOX_PORT: ' ', HOST: '', PUBLIC_URL: '', DATABASE_URL: '', LOG_LEVEL: '' });
  expect(config).toMatchObject({ port: 4000, sandboxPort: 4001, host: '127.0.0.1', logLevel: 'info' });
  expect(config.publicUrl).toBe('http://localhost:4000');
  expect(config.mainUrl).toMatch(/^sqlite:/);
});

it('takes addresses as operators write them', () => {
  expect(read({ PUBLIC_URL: 'HTTPS://Shop.Example:443//' }).publicUrl).toBe('https://shop.example');
  for (const HOST of ['::', '0.0.0.0', '::1', 'localhost', 'shop-1.internal']) expect(read({ HOST }).host).toBe(HOST);
  const DATABASE_URL = 'postgresql://testa:p%40ss@db.example/shop?sslmode=require';
  expect(read({ DATABASE_URL }).keysUrl).toBe('postgresql://testa:p%40ss@db.example/shop_keys?sslmode=require');
});

const PASSWORD = 'hunter2-of-a-test';

it.each<[string, Record<string, string>]>([
  ['DATABASE_URL', { DATABASE_URL: `postgres://testa:${PASSWORD}@[broken/shop` }],
  ['DATABASE_URL', { DATABASE_URL: `postgres://testa:${PASSWORD}@localhost` }],
  ['DATABASE_URL', { DATABASE_URL: `mysql://testa:${PASSWORD}@localhost/shop` }],
  ['DATABASE_URL', { DATABASE_URL: `postgres://testa:${PASSWORD}%zz@localhost/shop` }],
  ['KEYS_DATABASE_URL', { KEYS_DATABASE_URL: PASSWORD }],
  ['LOG_DATABASE_URL', { LOG_DATABASE_URL: PASSWORD }],
  ['LOG_LEVEL', { LOG_LEVEL: PASSWORD }],
  ['SEED_DEMO', { SEED_DEMO: PASSWORD }],
  ['DEMO_CUSTOMERS', { DEMO_CUSTOMERS: PASSWORD }],
  ['RENDER_AHEAD', { RENDER_AHEAD: PASSWORD }],
  ['PUBLIC_URL', { PUBLIC_URL: PASSWORD }],
  ['PUBLIC_URL', { PUBLIC_URL: `https://testa:${PASSWORD}@shop.example` }],
  ['PUBLIC_URL', { PUBLIC_URL: `https://shop.example/${PASSWORD}` }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://127.0.0.1:4000' }],
  ['HOST', { HOST: `${PASSWORD}/8` }],
  ['HOST', { HOST: '999.1.1.1' }],
  ['DATA_DIR', { DATA_DIR: `/dev/null/${PASSWORD}` }],
  ['SELLER_FILE', { SELLER_FILE: `/dev/null/${PASSWORD}` }],
  ['SELLER_FILE', { SELLER_FILE: textFile(`{ "name": ${PASSWORD} }`) }],
  ['SELLER_FILE: an object', { SELLER_FILE: textFile(`"${PASSWORD}"`) }],
  ['SELLER_FILE: timeZone', { SELLER_FILE: writeSellerFile({ timeZone: PASSWORD }) }],
  ['RETENTION_DAYS', { RETENTION_DAYS: PASSWORD }],
  ['RETENTION_DAYS: NAME', { RETENTION_DAYS: `NAME=${PASSWORD}` }],
  ['RETENTION_DAYS: NAME', { RETENTION_DAYS: 'EMAIL=30, NAME=91' }],
  ['RETENTION_DAYS: NAME', { RETENTION_DAYS: 'NAME=0' }],
  ['RETENTION_DAYS: NAME', { RETENTION_DAYS: 'NAME' }],
  ['RETENTION_DAYS names NAME twice', { RETENTION_DAYS: 'NAME=3,NAME=4' }],
  ['SMTP_URL', { SMTP_URL: `http://testa:${PASSWORD}@127.0.0.1` }],
  ['SMTP_URL', { SMTP_URL: `smtp://testa:${PASSWORD}%zz@127.0.0.1` }],
  ['SMTP_URL', { SMTP_URL: `smtp://testa:${PASSWORD}@relay.example` }],
  ['MAIL_FROM', { MAIL_FROM: PASSWORD }],
  ['PORT', { PORT: '0x10' }],
  ['PORT', { PORT: '0' }],
  ['SANDBOX_PORT', { PORT: '4239', SANDBOX_PORT: '4239' }],
])('refuses a wrong %s without its value: %j', (variable, env) => {
  const message = refusalOf(() => read(env));
  expect(message).toMatch(new RegExp(`^${variable}\\b`));
  expect(message).not.toContain(PASSWORD);
});

it.each<[string, string, string]>([
  ['another user', `postgres://shop:a@db.example/shop`, `postgres://keys:${PASSWORD}@db.example/shop`],
  [
    'the port that goes without saying',
    'postgres://t:a@DB.example/shop',
    'postgresql://t:a@db.example:5432/shop?ssl=true',
  ],
  ['another name of this machine', 'postgres://t:a@localhost/shop', 'postgres://t:a@127.0.0.1/shop'],
  ['escapes', 'postgres://t:a@db.example/shop', 'postgres://t:a@db.example/%73hop'],
  ['the host in the query', 'postgres://t:a@db.example/shop', 'postgres://t:a@ignored.example/shop?host=db.example'],
  ['one file', 'sqlite:/srv/shop/main.db', 'sqlite:/srv/shop/../shop/main.db'],
])('refuses keys in the database of the shop, by %s', (_how, DATABASE_URL, KEYS_DATABASE_URL) => {
  const message = refusalOf(() => read({ DATABASE_URL, KEYS_DATABASE_URL, LOG_DATABASE_URL: 'sqlite:/srv/log.db' }));
  expect(message).toMatch(/^KEYS_DATABASE_URL names the database of DATABASE_URL: /);
  expect(message).not.toContain(PASSWORD);
});

it('refuses keys in the database of the log, and takes them in any other', () => {
  const [DATABASE_URL, url] = ['postgres://t:a@db.example/shop', 'postgres://t:a@db.example/log'];
  expect(refusalOf(() => read({ DATABASE_URL, KEYS_DATABASE_URL: url, LOG_DATABASE_URL: url }))).toContain(
    'LOG_DATABASE_URL',
  );
  for (const other of ['postgres://t:a@db.example:5433/shop', 'postgres://t:a@keys.example/shop', url]) {
    expect(read({ DATABASE_URL, KEYS_DATABASE_URL: other }).keysUrl).toBe(other);
  }
});

it('does not quote the generated secrets when their file is broken', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-settings-'));
  writeFileSync(join(dataDir, 'secrets.json'), `{ "blindIndexKey": ${PASSWORD} }`);
  const message = refusalOf(() => read({ DATA_DIR: dataDir }));
  expect(message).toContain('secrets.json');
  expect(message).not.toContain(PASSWORD);
});

it('takes the seller from a file, a relative one in the repository, and the company of the demo without one', () => {
  expect(read({ SELLER_FILE: writeSellerFile() }).seller.name).toBe(OTHER_SELLER.name);
  expect(read({ SELLER_FILE: 'packages/server/demo/seller.json' }).seller).toEqual(read({}).seller);
});

it('keeps as long as the policy allows, and shorter where the operator says so', () => {
  expect(read({}).retentionDays).toEqual(LONGEST_RETENTION_DAYS);
  expect(read({ RETENTION_DAYS: ' NAME=30, EMAIL = 365 ,' }).retentionDays).toEqual({
    ...LONGEST_RETENTION_DAYS,
    NAME: 30,
    EMAIL: 365,
  });
});

it('says of the port after the last one that it must be set', () => {
  expect(() => read({ PORT: '65535' })).toThrow(/SANDBOX_PORT/);
});

/** A file of settings with a text of its own. */
function textFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'barrier-settings-')), 'seller.json');
  writeFileSync(file, text);
  return file;
}

/** The message of a refusal; another error, or none, fails the test. */
function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
