import { createHash as nodeHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createHash } from './hash-documents.ts';

it.each(['{ __typename }', 'query Ä { product(slug: "面霜") { title } }'])('hashes %s as node does', (document) => {
  expect(createHash('sha256').update(document).digest('hex')).toBe(nodeHash('sha256').update(document).digest('hex'));
});
