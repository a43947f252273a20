import { Category } from '@barrier/schema/privacy/category.ts';
import { readMarks } from '@barrier/schema/privacy/read-marks.ts';
import { RETENTION } from '@barrier/schema/privacy/retention.ts';
import {
  getIntrospectionQuery,
  getNamedType,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../features.ts';
import { mergePermissions } from './apply-permissions.ts';
import { wholeSchema } from './build-schema.ts';

const schema = wholeSchema();
const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** A personal shape is whatever says how it was answered. */
const SHAPES = new Set(
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && String(type.getFields().access?.type).startsWith('PersonalAccess') ? [type.name] : [],
  ),
);

/** Every output field: its mark, and whether it is of a personal shape. */
function outputs() {
  return readMarks(schema).flatMap(({ coordinate, direction, personal }) => {
    if (direction !== 'OUT') return [];
    const [type = '', field = ''] = coordinate.split('.');
    const holder = schema.getType(type);
    const named = isObjectType(holder) ? getNamedType(holder.getFields()[field]?.type) : undefined;
    return [{ coordinate, personal, shaped: named !== undefined && SHAPES.has(named.name) }];
  });
}

describe('The graph', () => {
  it('is valid and can be introspected, which a start takes for granted', () => {
    expect(validateSchema(schema)).toEqual([]);
    expect(graphqlSync({ schema, source: getIntrospectionQuery() }).errors).toBeUndefined();
  });

  it('leaves what is only read to compiled queries, without a resolver around it', () => {
    for (const [type = '', field = ''] of [
      ['Product', 'title'],
      ['Money', 'amount'],
      ['FacetValue', 'count'],
    ]) {
      const object = schema.getType(type);
      expect(isObjectType(object) && object.getFields()[field], `${type}.${field}`).toMatchObject({
        resolve: undefined,
      });
    }
    expect(schema.getQueryType()?.getFields().products?.resolve).toBeTypeOf('function');
  });

  it('names the values of its enums as they are, since compiled queries let them leave unasked', () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isEnumType(type) || isIntrospectionType(type)) continue;
      for (const { name, value } of type.getValues()) expect(value, type.name).toBe(name);
    }
  });

  it('marks every output field, input field and argument as personal or says why it is not (D22, P2.1)', () => {
    const unmarked = readMarks(schema).filter(({ personal, because }) => !personal && !because);
    expect(unmarked.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('answers a personal value only in the shape of one (D7)', () => {
    const bare = outputs().filter(({ personal, shaped }) => personal && !shaped);
    expect(bare.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('marks every field in the shape of a personal value as personal, so that no resolver answers one by itself (D22)', () => {
    const shaped = outputs().filter((field) => field.shaped);
    expect(shaped.length).toBeGreaterThan(0);
    expect(shaped.filter(({ personal }) => !personal).map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('has an explicit permission for every root field and object type', () => {
    const table = mergePermissions(PERMISSIONS);
    const missing: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || isIntrospectionType(type)) continue;
      const root = ROOTS.find((name) => name === type.name);
      if (root)
        missing.push(
          ...Object.keys(type.getFields())
            .filter((field) => !table[root][field])
            .map((field) => `${root}.${field}`),
        );
      else if (!table.types[type.name]) missing.push(type.name);
    }
    expect(missing).toEqual([]);
  });

  it('has a sentence for each permission, since nobody reads a rule of code', () => {
    const { types, ...roots } = mergePermissions(PERMISSIONS);
    const sentences = [types, ...Object.values(roots)].flatMap((table) =>
      Object.values(table).map(({ sentence }) => sentence),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^|\n]{10,}\.$/);
  });

  it('has no permission for what does not exist', () => {
    const table = mergePermissions(PERMISSIONS);
    const unknown = Object.keys(table.types).filter((type) => !schema.getType(type));
    for (const root of ROOTS) {
      const type = schema.getType(root);
      const fields = isObjectType(type) ? type.getFields() : {};
      unknown.push(...Object.keys(table[root]).filter((field) => !fields[field]));
    }
    expect(unknown).toEqual([]);
  });

  it('documents every type, field, argument and enum value', () => {
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      if (!type.description && !ROOTS.some((root) => root === type.name)) bare.push(type.name);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields()))
          if (!field.description) bare.push(`${type.name}.${field.name}`);
      }
      if (isObjectType(type)) {
        for (const { name, description, args } of Object.values(type.getFields())) {
          if (!description) bare.push(`${type.name}.${name}`);
          for (const arg of args) if (!arg.description) bare.push(`${type.name}.${name}(${arg.name})`);
        }
      }
    }
    expect(bare).toEqual([]);
  });

  it('has a retention rule for every category of the closed list, and no other (P4.5, D23)', () => {
    expect(Object.keys(RETENTION).sort()).toEqual(Object.values(Category).sort());
  });
});
