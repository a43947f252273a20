import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { waitForPostgres } from '../../../test/postgres/embedded-postgres.ts';
import { rewriteTables, sizeOfTables } from './rewrite-tables.ts';

const name = `cleaning_${process.pid}`;
let url: string;
let admin: Client;
let client: Client;
beforeAll(async () => {
  const server = inject('postgresUrl');
  await waitForPostgres(server);
  admin = new Client({ connectionString: `${server}/postgres` });
  await admin.connect();
  await admin.query(`create role ${name} login`);
  await admin.query(`create database ${name} owner ${name}`);
  const address = new URL(`${server}/${name}`);
  address.username = name;
  url = address.href;
  client = await connect();
  await client.query('create table letter (id int primary key, text text)');
});
afterAll(async () => {
  await client.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.query(`drop role ${name}`);
  await admin.end();
});

async function connect(): Promise<Client> {
  const one = new Client({ connectionString: url });
  await one.connect();
  return one;
}

const sampled = async () => {
  const { rows } = await client.query<{ values: string | null }>(
    `select string_agg(coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, ''), ' ') as values from pg_stats
     where tablename = 'letter' and attname = 'text'`,
  );
  return rows[0]?.values ?? '';
};

it('The owner of a database writes its tables anew, and the samples that the planner keeps of them', async () => {
  await client.query("insert into letter select n, 'Quirrelmann ' || n from generate_series(1, 100) n");
  await client.query('analyze letter');
  expect(await sampled()).toContain('Quirrelmann');
  const before = await sizeOfTables({ url, tables: ['letter'] });
  await client.query('delete from letter where id <= 90');
  await client.query("update letter set text = 'nobody'");
  expect(await rewriteTables({ url, tables: ['letter'] })).toEqual({ complete: true });
  expect(await sampled()).not.toContain('Quirrelmann');
  expect(await sizeOfTables({ url, tables: ['letter', 'no such table'] })).toBeLessThan(before + 1);
});

it('The samples of a table that became empty go with its rows, which ANALYZE would leave there', async () => {
  await client.query('create table note (id int primary key, text text)');
  await client.query("insert into note select n, 'Zwirbelhuber ' || n from generate_series(1, 100) n");
  await client.query('analyze note');
  await client.query('delete from note');
  const left = async () => (await client.query("select 1 from pg_stats where tablename = 'note'")).rows.length;
  expect(await left()).toBe(2);
  expect(await rewriteTables({ url, tables: ['note'] })).toEqual({ complete: true });
  expect(await left()).toBe(0);
});

it('What an older transaction still sees is told to be left, and goes once that has ended', async () => {
  await client.query("insert into letter values (1000, 'Quirrelmann')");
  const reader = await connect();
  await reader.query('begin isolation level repeatable read');
  await reader.query('select 1');
  await client.query('delete from letter where id = 1000');
  await expect(rewriteTables({ url, tables: ['letter'] })).rejects.toMatchObject({ code: 'TRACES_LEFT' });
  await reader.query('commit');
  expect(await rewriteTables({ url, tables: ['letter'] })).toEqual({ complete: true });
  await reader.end();
});

it('A table that is in use is waited for briefly, and told to be left', async () => {
  const reader = await connect();
  await reader.query('begin');
  await reader.query('select * from letter');
  await expect(rewriteTables({ url, tables: ['letter'] })).rejects.toMatchObject({ code: 'TRACES_LEFT' });
  await reader.query('commit');
  await reader.end();
});

it('Samples that are not this user’s to rewrite are told to be left', async () => {
  await admin.query(`alter database ${name} owner to postgres`);
  expect(await rewriteTables({ url, tables: ['letter'] })).toEqual({ complete: false });
  await admin.query(`alter database ${name} owner to ${name}`);
});
