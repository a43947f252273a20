import { readMarks } from '@barrier/schema/privacy/read-marks.ts';
import { buildSchema, isObjectType } from 'graphql';
import { allow } from 'graphql-shield';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '../../src/app/context.ts';
import { PERMISSIONS } from '../../src/app/features.ts';
import { guard, mergePermissions, schemaFor } from '../../src/app/graphql/apply-permissions.ts';
import { servedSchema, wholeSchema } from '../../src/app/graphql/build-schema.ts';
import { createApollo } from '../../src/app/graphql/create-apollo.ts';
import type { Audience, Permission } from '../../src/platform/graphql/permission.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { openTestShop, type TestShop } from '../shop/open-test-shop.ts';

const whole = buildSchema(`
  type Query { notice: String!, cases: [Case!]! }
  type Mutation { closeCase(input: CloseCaseInput!): Case! }
  type Case { id: ID!, handler: Handler! }
  type Handler { name: String! }
  input CloseCaseInput { id: ID! }
`);
const staff: Permission = { audiences: ['staff'], rule: allow, sentence: 'It is for a test.' };
const everyone: Permission = { audiences: ['public', 'staff', 'partner'], rule: allow, sentence: 'It is for a test.' };
const table = mergePermissions([
  { Query: { notice: everyone, cases: staff }, Mutation: { closeCase: staff }, types: { Case: staff, Handler: staff } },
]);
const rootValue = { settleAccess: async () => undefined } as unknown as RequestContext;

describe('A schema of one audience', () => {
  const served = (audience: Audience) => guard(schemaFor(audience, whole, table), table);

  it('lacks the fields of the others, and the types that only those lead to', () => {
    const names = Object.keys(served('public').getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names.sort()).toEqual(['Boolean', 'Query', 'String']);
    expect(Object.keys(served('staff').getTypeMap())).toEqual(
      expect.arrayContaining(['Case', 'Handler', 'CloseCaseInput']),
    );
  });

  it('knows no document that was compiled for another', async () => {
    const open = (audience: Audience) => createApollo(served(audience), new Map(), pino({ level: 'silent' }));
    const servers = { staff: open('staff'), public: open('public') };
    for (const server of Object.values(servers)) await server.start();
    const ask = async (audience: keyof typeof servers) => {
      const { body, http } = await servers[audience].executeOperation(
        { query: 'query Cases { cases { id handler { name } } }' },
        { contextValue: rootValue },
      );
      return { status: http.status, body: JSON.stringify(body) };
    };
    // Three times: parsed, compiled, run from memory.
    for (let sighting = 0; sighting < 3; sighting += 1)
      expect((await ask('staff')).body).not.toContain('BAD_USER_INPUT');
    const { status, body } = await ask('public');
    expect(status).toBe(400);
    expect(body).toContain('GRAPHQL_VALIDATION_FAILED');
    // Nor is a name that exists for somebody else suggested.
    expect(body).not.toMatch(/did you mean|handler/i);
    const suggested = await servers.public.executeOperation({ query: '{ case }' }, { contextValue: rootValue });
    expect(JSON.stringify(suggested.body)).not.toContain('cases');
    for (const server of Object.values(servers)) await server.stop();
  });
});

describe('The schema that the shop serves to the public', () => {
  let test: TestShop;
  beforeAll(async () => {
    test = await openTestShop();
  });
  afterAll(() => test.close());

  it('has over HTTP the fields that are for the public, and no other', async () => {
    const permissions = mergePermissions(PERMISSIONS);
    const { data } = await asShopper(test.url).ask<{
      __schema: { types: { name: string; fields: { name: string }[] | null }[] };
    }>('{ __schema { types { name fields { name } } } }');
    const types = data?.__schema.types ?? [];
    for (const root of ['Query', 'Mutation'] as const) {
      const own = Object.entries(permissions[root]).filter(([, { audiences }]) => audiences.includes('public'));
      const fields = types.find(({ name }) => name === root)?.fields ?? [];
      expect(fields.map(({ name }) => name).sort()).toEqual(own.map(([name]) => name).sort());
    }
    const objects = types.filter(({ name, fields }) => fields && !name.startsWith('__') && name in permissions.types);
    expect(objects.length).toBeGreaterThan(20);
    for (const { name } of objects) expect(permissions.types[name]?.audiences, name).toContain('public');
  });

  it('names no staff and no partner, in whatever type, field or argument', () => {
    const names = readMarks(servedSchema('public')).map(({ coordinate }) => coordinate);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => /staff|partner|case(?!s?ensitive)|agent/i.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:Query|Mutation)\./.test(name)).length).toBeGreaterThan(0);
    expect(isObjectType(wholeSchema().getType('Query'))).toBe(true);
  });

  it('is another object than that of the staff, so that no cache is shared', () => {
    expect(servedSchema('public')).not.toBe(servedSchema('staff'));
  });
});
