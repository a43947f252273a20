import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { workedExamples } from './examples.ts';

const printed = readFileSync(join(import.meta.dirname, '../../../../schema/schema.graphql'), 'utf8');
const schema = buildSchema(printed);

describe('The worked examples of the playground', () => {
  it.each(workedExamples('variant', 'key').map(({ query, variables }) => ({ query, variables })))(
    'ask for what the schema has: $query',
    ({ query, variables }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      expect(() => JSON.parse(variables ?? '{}') as unknown).not.toThrow();
    },
  );
});
