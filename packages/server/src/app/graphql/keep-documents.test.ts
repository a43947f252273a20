import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { keepDocuments } from './keep-documents.ts';

const LONG = 'x'.repeat(100_000);

it.each([
  ['long comments', (at: number) => `{ a${at}: __typename } # ${LONG}`],
  ['many tokens', (at: number) => `{ ${Array.from({ length: 1_900 }, (_, field) => `f${at}${field}`).join(' ')} }`],
])('keeps few documents of %s, and of others those asked for last', async (_what, write) => {
  const store = keepDocuments();
  const asked = parse('{ products { totalCount } }');
  await store.set('asked', asked);
  for (let at = 0; at < 2_000; at += 1) {
    await store.set(String(at), parse(write(at)));
    expect(await store.get('asked')).toBe(asked);
  }
  const kept = await Promise.all(Array.from({ length: 2_000 }, (_, at) => store.get(String(at))));
  expect(kept.filter((document) => document !== undefined).length).toBeLessThan(200);
  expect(kept.at(-1)).toBeDefined();
});
