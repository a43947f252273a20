import {
  type EntityData,
  type EntityDictionary,
  type EntityMetadata,
  type EntityName,
  type EntityProperty,
  type FilterQuery,
  isRaw,
  type NativeInsertUpdateOptions,
  type QueryResult,
  ReferenceKind,
  type UpsertOptions,
} from '@mikro-orm/core';
import { type AbstractSqlConnection, AbstractSqlDriver } from '@mikro-orm/sql';

type UpdateOptions<T> = NativeInsertUpdateOptions<T> & UpsertOptions<T>;

/**
 * Writes what has changed of one row, which is nearly all that a flush does, by statements that are written once: the ORM builds each anew,
 * which costs several times what running it does. Anything out of the ordinary goes the ORM's own way.
 */
export class RowDriver<Connection extends AbstractSqlConnection> extends AbstractSqlDriver<Connection> {
  readonly #updates = new WeakMap<EntityMetadata, Map<string, string>>();

  override async nativeUpdate<T extends object>(
    entity: EntityName<T>,
    where: FilterQuery<T>,
    data: EntityDictionary<T>,
    options: UpdateOptions<T> = {},
  ): Promise<QueryResult<T>> {
    const meta = this.metadata.get<T>(entity);
    const key = keyOf(meta, where);
    const columns = isOfAFlush(options) ? columnsOf(meta, data) : null;
    if (key === null || !columns) return super.nativeUpdate(entity, where, data, options);
    const values: unknown[] = [...Object.values<unknown>(data as Record<string, unknown>), key];
    return this.execute<QueryResult<T>>(
      this.#updateOf(meta, columns),
      values,
      'run',
      options.ctx,
      options.loggerContext,
    );
  }

  #updateOf<T>(meta: EntityMetadata<T>, columns: readonly string[]): string {
    const known = this.#updates.get(meta) ?? new Map<string, string>();
    this.#updates.set(meta, known);
    const name = columns.join();
    const statement = known.get(name) ?? this.#writeUpdate(meta, columns);
    known.set(name, statement);
    return statement;
  }

  #writeUpdate<T>(meta: EntityMetadata<T>, columns: readonly string[]): string {
    const quoted = (text: string) => this.platform.quoteIdentifier(text);
    const [by = ''] = meta.getPrimaryProps().flatMap(({ fieldNames }) => fieldNames);
    const set = columns.map((column) => `${quoted(column)} = ?`).join(', ');
    return `update ${quoted(meta.tableName)} set ${set} where ${quoted(by)} = ?`;
  }
}

/** Whether values come as they are stored. */
function isOfAFlush<T>(options: UpdateOptions<T>): boolean {
  return options.convertCustomTypes === false && !options.upsert && !options.unionWhere?.length;
}

/** The key of the one row that is meant, or null if it is not that simple. */
function keyOf<T>(meta: EntityMetadata<T>, where: FilterQuery<T>): string | null {
  const [name, ...others] = meta.primaryKeys;
  if (!name || others.length > 0 || typeof where !== 'object' || where === null) return null;
  const [[property, value] = [], ...more] = Object.entries(where);
  return property === name && typeof value === 'string' && more.length === 0 ? value : null;
}

/** The columns that the values go to, in their order, or null if the database is to do more than to take them. */
function columnsOf<T>(meta: EntityMetadata<T>, data: EntityDictionary<T>): string[] | null {
  if (meta.inheritanceType || meta.props.some(({ generated, version }) => generated || version)) return null;
  const columns: string[] = [];
  for (const [name, value] of Object.entries(data as EntityData<T> & object)) {
    const property: EntityProperty<T> | undefined = meta.properties[name as keyof typeof meta.properties];
    const [column, ...others] = property?.fieldNames ?? [];
    const plain = property?.kind === ReferenceKind.SCALAR && !property.customType?.convertToDatabaseValueSQL;
    if (!column || others.length > 0 || !plain || value === undefined || isRaw(value)) return null;
    columns.push(column);
  }
  return columns.length > 0 ? columns : null;
}
