import { filterSchema, pruneSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import { applyMiddleware, type IMiddlewareGenerator } from 'graphql-middleware';
import { allow, shield } from 'graphql-shield';
import { PublicError } from '../../platform/errors.ts';
import type { Audience, Permission, PermissionTable } from '../../platform/graphql/permission.ts';

const FORBIDDEN = new PublicError('FORBIDDEN', 'This is not for you to see or do.');

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** The features' tables as one. @throws if two features speak of the same field. */
export function mergePermissions(tables: readonly PermissionTable[]): Required<PermissionTable> {
  const merged = { Query: {}, Mutation: {}, Subscription: {}, types: {} } as Record<
    keyof PermissionTable,
    Record<string, Permission>
  >;
  for (const table of tables) {
    for (const key of Object.keys(table) as (keyof PermissionTable)[]) {
      for (const [name, permission] of Object.entries(table[key] ?? {})) {
        if (merged[key][name]) throw new Error(`Two features give a permission for ${key}.${name}`);
        merged[key][name] = permission;
      }
    }
  }
  return merged;
}

/** The schema of one audience: root fields that are not theirs do not exist in it, nor do the types only those lead to. */
export function schemaFor(audience: Audience, schema: GraphQLSchema, table: Required<PermissionTable>): GraphQLSchema {
  const filtered = filterSchema({
    schema,
    rootFieldFilter: (operation, field) => table[operation]?.[field]?.audiences.includes(audience) ?? false,
  });
  return pruneSchema(filtered);
}

/**
 * Puts graphql-shield's rules around the fields that carry one. Shield by itself wraps every field of the schema, which
 * makes a list two and a half times dearer; fields whose rule is `allow` stay as they are.
 */
export function guard(schema: GraphQLSchema, table: Required<PermissionTable>): GraphQLSchema {
  const rules: Record<string, Record<string, Permission['rule']>> = {};
  for (const root of ROOTS) {
    const fields = Object.entries(table[root]);
    const known = new Set(Object.keys(fieldsOf(schema, root)));
    const guarded = fields.filter(([field, { rule }]) => rule !== allow && known.has(field));
    if (guarded.length > 0) rules[root] = Object.fromEntries(guarded.map(([field, { rule }]) => [field, rule]));
  }
  for (const [type, { rule }] of Object.entries(table.types)) {
    if (rule === allow || !schema.getType(type)) continue;
    rules[type] = Object.fromEntries(Object.keys(fieldsOf(schema, type)).map((field) => [field, rule]));
  }
  if (Object.keys(rules).length === 0) return schema;
  const generator = shield(rules, { allowExternalErrors: true, fallbackRule: allow, fallbackError: FORBIDDEN });
  return applyMiddleware(schema, pruned(generator, schema, rules));
}

function fieldsOf(schema: GraphQLSchema, type: string): Record<string, unknown> {
  const object = schema.getType(type);
  return object && 'getFields' in object ? object.getFields() : {};
}

function pruned(
  generator: IMiddlewareGenerator<unknown, unknown, unknown>,
  schema: GraphQLSchema,
  rules: Record<string, Record<string, unknown>>,
) {
  const wrapped = generator.generate(schema) as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(rules).map((type) => [
      type,
      Object.fromEntries(Object.keys(rules[type] ?? {}).map((field) => [field, wrapped[type]?.[field]])),
    ]),
  ) as Parameters<typeof applyMiddleware>[1];
}
