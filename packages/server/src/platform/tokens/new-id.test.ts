import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are UUIDs of version 7, no two alike, in the order in which they were made', () => {
  const before = Date.now();
  const ids = Array.from({ length: 5_000 }, newId);
  const after = Date.now();
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect([...new Set(ids)].sort()).toEqual(ids);
  const moments = ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
  expect(moments.every((moment) => moment >= before && moment <= after)).toBe(true);
});

test('what follows the order is random', () => {
  const ends = Array.from({ length: 1_000 }, () => newId().slice(-10));
  expect(new Set(ends).size).toBe(1_000);
});
