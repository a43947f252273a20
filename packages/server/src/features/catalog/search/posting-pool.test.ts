import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingPool } from './posting-pool.ts';

const SHIFT = 4;

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('put' as const), list: fc.nat(300), value: fc.nat(2_000) }),
    fc.record({ kind: fc.constant('remove' as const), list: fc.nat(300), value: fc.nat(2_000) }),
    fc.record({ kind: fc.constant('clear' as const), list: fc.nat(300), value: fc.constant(0) }),
    fc.record({ kind: fc.constant('compact' as const), list: fc.nat(1), value: fc.constant(0) }),
  ),
  { maxLength: 400 },
);

describe('A pool of postings', () => {
  it('holds what a map of sorted lists holds, whatever happens to it', () => {
    fc.assert(
      fc.property(steps, (todo) => {
        const pool = new PostingPool();
        const model = new Map<number, Map<number, number>>();
        for (const { kind, list, value } of todo) {
          const entries = model.get(list) ?? new Map<number, number>();
          model.set(list, entries);
          if (kind === 'put') {
            pool.put(list, value, SHIFT);
            entries.set(value >>> SHIFT, value);
          } else if (kind === 'remove') {
            pool.remove(list, value, SHIFT);
            entries.delete(value >>> SHIFT);
          } else if (kind === 'clear') {
            pool.clear(list);
            model.delete(list);
          } else {
            pool.compact(list === 1);
          }
        }
        for (const [list, entries] of model) {
          const held = [...pool.data.subarray(pool.startOf(list), pool.endOf(list))];
          expect(held).toEqual([...entries.values()].sort((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });
});
