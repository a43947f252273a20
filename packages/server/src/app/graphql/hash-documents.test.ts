import { createHash as nodeHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createHash } from './hash-documents.ts';

it.each(['', '{ __typename }', 'query Ä { product(slug: "面霜") { title } }'])(
  'hashes "%s" as node does, again as well',
  (document) => {
    const hash = nodeHash('sha256').update(document).digest('hex');
    for (let time = 0; time < 2; time += 1) expect(createHash('sha256').update(document).digest('hex')).toBe(hash);
  },
);
