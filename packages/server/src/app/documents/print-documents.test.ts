import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Category } from '@barrier/schema/privacy/category.ts';
import { isIntrospectionType, isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { SEALED_FIELDS } from '../../privacy/vault/field-registry.ts';
import { wholeSchema } from '../graphql/build-schema.ts';
import { printDocuments } from './print-documents.ts';

const ROOT = join(import.meta.dirname, '../../../../..');

let documents: Readonly<Record<string, string>>;
beforeAll(async () => {
  documents = await printDocuments();
});

it.each(['packages/schema/schema.graphql', 'docs/data-map.md', 'docs/permissions.md'])(
  '%s is the one that is printed from the code',
  (path) => {
    const committed = readFileSync(join(ROOT, path), 'utf8');
    expect(committed, 'Run: pnpm --filter @barrier/server sdl').toBe(documents[path]);
  },
);

it('The data map names every category, and the property that each sealed field stands in', () => {
  const map = documents['docs/data-map.md'] ?? '';
  const sealed = map.match(/^\| sealed in \| (.+) \|$/gm)?.flatMap((row) => row.match(/\w+\.\w+/g) ?? []);
  expect(sealed).toHaveLength(Object.keys(SEALED_FIELDS).length);
  // Held ones have a section with their name in the code, the others a row under "Not held yet".
  const held = map.match(/^\| in the code \|/gm)?.length ?? 0;
  const others = (
    map
      .split('## Not held yet')[1]
      ?.split('## ')[0]
      ?.match(/^\| [A-Z]/gm) ?? []
  ).length;
  expect(held + others).toBe(Object.keys(Category).length);
});

it('The permissions name every root field and object type', () => {
  const permissions = documents['docs/permissions.md'] ?? '';
  const roots = ['Query', 'Mutation', 'Subscription'];
  for (const type of Object.values(wholeSchema().getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const names = roots.includes(type.name) ? Object.keys(type.getFields()) : [type.name];
    for (const name of names) expect(permissions).toContain(`\n| \`${name}\` | `);
  }
});
