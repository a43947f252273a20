import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineEntity, p } from '@mikro-orm/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRow } from './find-row.ts';
import { RawSql } from './raw-sql.ts';
import { openStore, type Store } from './store.ts';

const ShelfSchema = defineEntity({
  name: 'Shelf',
  properties: { id: p.uuid().primary(), name: p.text(), depth: p.double().nullable() },
});
class Shelf extends ShelfSchema.class {}
ShelfSchema.setClass(Shelf);

const BoxSchema = defineEntity({
  name: 'Box',
  properties: { id: p.uuid().primary(), shelf: () => p.manyToOne(ShelfSchema) },
});
class Box extends BoxSchema.class {}
BoxSchema.setClass(Box);

const folder = mkdtempSync(join(tmpdir(), 'barrier-removal-'));
let store: Store;
beforeAll(async () => {
  store = await openStore({
    url: `sqlite:${join(folder, 'main.db')}`,
    entities: [ShelfSchema, BoxSchema],
    migrations: { sqlite: [], postgresql: [] },
  });
  const { run } = new RawSql(store);
  await run('create table shelf (id text not null primary key, name text not null, depth double null)');
  await run('create table box (id text not null primary key, shelf_id text not null)');
  const em = store.em.fork();
  em.persist(em.create(Box, { id: 'box', shelf: em.create(Shelf, { id: 'shelf', name: 'Creams', depth: null }) }));
  await em.flush();
});
afterAll(async () => {
  await store.close(true);
  rmSync(folder, { recursive: true, force: true });
});

it('The ORM removes no row of a kind that others refer to, since it would write it again, and any other', async () => {
  const em = store.em.fork();
  const box = await em.findOneOrFail(Box, { id: 'box' }, { populate: ['shelf'] });
  const refused = 'Shelf is referred to by Box: delete it by nativeDelete.';
  await expect(em.transactional(async (inner) => void inner.remove(box.shelf))).rejects.toThrow(refused);
  expect(await store.em.fork().count(Shelf)).toBe(1);
  const other = store.em.fork();
  await other.remove(await other.findOneOrFail(Box, { id: 'box' })).flush();
  expect(await store.em.fork().count(Box)).toBe(0);
});

it('A value that is missing is read as missing, whatever its type', async () => {
  expect(await readRow(store, Shelf, { by: 'id', value: 'shelf' })).toEqual({
    id: 'shelf',
    name: 'Creams',
    depth: null,
  });
});
