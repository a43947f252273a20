import type { EntityClass, EntityDictionary, EntityKey, EntityMetadata, Primary } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { dialectOfPlatform, RawSql, type SqlValue, sqlIn } from './raw-sql.ts';
import type { Store } from './store.ts';

/** The property of an entity that one row is found by; it is unique. */
export interface RowKey<Entity> {
  readonly by: EntityKey<Entity>;
  readonly value: SqlValue;
}

/** The statements of each entity, by property and lock. */
const statements = new WeakMap<EntityMetadata, Map<string, string>>();

/**
 * Finds an entity by a unique property, read anew even if it is loaded, after what was changed of it is written; null if there is none. The same as the ORM's `findOne` at a
 * third of its cost, of which most goes to writing a statement that is always the same.
 * @param lock whether the row is the transaction's own until its end.
 * @throws if it is to be locked outside a transaction, where a lock would end at once.
 */
export async function findRow<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityClass<Entity>,
  { by, value }: RowKey<Entity>,
  { lock = false } = {},
): Promise<Entity | null> {
  if (lock && !em.isInTransaction()) throw new Error(`A row of ${entity.name} was to be locked outside a transaction.`);
  // As before any question of the ORM's: what is new in this entity manager may be what is looked for.
  await em.tryFlush(entity, {});
  const read = () => sqlIn(em).run<EntityDictionary<Entity>>(statementFor(em, entity, by, lock), [value]);
  let [row] = await read();
  if (row && isLoaded(em, entity, row)) {
    // What was changed of it would be lost under what is read. The ORM does not notice by itself: entities have no accessors.
    await em.flush();
    [row] = await read();
  }
  return row ? em.map<Entity>(entity, row) : null;
}

function isLoaded<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityClass<Entity>,
  row: Readonly<Record<string, unknown>>,
): boolean {
  const { primaryKeys, properties } = em.getMetadata().get<Entity>(entity);
  const keys = primaryKeys.map((key) => row[properties[key].fieldNames[0] ?? ''] as Primary<Entity>);
  return (
    em.getUnitOfWork().getById<Entity>(entity, keys.length === 1 ? (keys[0] as Primary<Entity>) : keys) !== undefined
  );
}

/** What a row holds, by property: to be looked at, nothing that is written back. */
export type ReadRow<Entity> = Readonly<Pick<Entity, EntityKey<Entity>>>;

/**
 * Reads a row by a unique property, outside any transaction; null if there is none. For who changes nothing: the ORM, which would keep
 * watch over it, never hears of it, and most of what an entity costs is left out. Sealed values are read by `readSealedRow`.
 */
export async function readRow<Entity extends object>(
  store: Store,
  entity: EntityClass<Entity>,
  { by, value }: RowKey<Entity>,
): Promise<ReadRow<Entity> | null> {
  const { em } = store;
  const { run } = new RawSql(store);
  const [row] = await run<EntityDictionary<Entity>>(statementFor(em, entity, by, false), [value]);
  if (!row) return null;
  const meta = em.getMetadata().get<Entity>(entity);
  const read = em.getDriver().mapResult<Entity>(row, meta) as Record<string, unknown>;
  for (const { name, customType } of meta.props)
    if (customType && read[name] != null) read[name] = customType.convertToJSValue(read[name], em.getPlatform());
  return read as ReadRow<Entity>;
}

function statementFor<Entity extends object>(
  em: SqlEntityManager,
  entity: EntityClass<Entity>,
  property: EntityKey<Entity>,
  lock: boolean,
): string {
  const meta = em.getMetadata().get<Entity>(entity);
  const known = statements.get(meta) ?? new Map<string, string>();
  statements.set(meta, known);
  const key = `${property}${lock ? ' locked' : ''}`;
  const statement = known.get(key) ?? writeStatement(em, meta, property, lock);
  known.set(key, statement);
  return statement;
}

function writeStatement<Entity extends object>(
  em: SqlEntityManager,
  meta: EntityMetadata<Entity>,
  property: EntityKey<Entity>,
  lock: boolean,
): string {
  const [column] = meta.properties[property].fieldNames;
  if (!column) throw new Error(`${meta.className}.${property} is no column.`);
  const platform = em.getPlatform();
  const [table, by] = [platform.quoteIdentifier(meta.tableName), platform.quoteIdentifier(column)];
  // SQLite's transactions hold the whole file.
  const forUpdate = lock && dialectOfPlatform(platform) === 'postgresql' ? ' for update' : '';
  return `select * from ${table} where ${by} = ?${forUpdate}`;
}
