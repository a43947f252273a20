import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findBrokenPromises } from '../interleavings/find-broken-promises.ts';
import { World } from '../interleavings/world.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

/** What can happen, as `[act, which or how much]`. */
const ACTS = ['buy', 'pay', 'correct', 'cancel', 'deliver', 'erase', 'days', 'backUp', 'restore'] as const;
type Act = readonly [(typeof ACTS)[number], number];

const anything = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat({ max: 5 })), { minLength: 4, maxLength: 14 });

/** Long ways in which everything happens, tried whatever chance brings. */
const KNOWN: [Act[]][] = [
  [
    [
      ['buy', 1],
      ['pay', 0],
      ['backUp', 0],
      ['deliver', 0],
      ['erase', 0],
      ['restore', 0],
      ['days', 2],
    ],
  ],
  [
    [
      ['buy', 1],
      ['backUp', 0],
      ['pay', 0],
      ['restore', 0],
      ['erase', 0],
      ['days', 1],
      ['deliver', 0],
    ],
  ],
  [
    [
      ['buy', 2],
      ['backUp', 0],
      ['erase', 0],
      ['restore', 0],
      ['buy', 1],
      ['pay', 1],
      ['correct', 1],
      ['days', 4],
    ],
  ],
  [
    [
      ['buy', 0],
      ['buy', 1],
      ['pay', 1],
      ['correct', 1],
      ['erase', 1],
      ['cancel', 0],
      ['days', 0],
      ['deliver', 1],
      ['days', 0],
    ],
  ],
];

const RUNS = 12;

describeEachDialect('Whatever happens in whatever order', (open) => {
  it('nothing is in clear, opened unlogged, lost or out of the books', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (acts: readonly Act[]) => {
        const stores = await open();
        for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
        const world = await World.open(stores.urls, stores.dataDir);
        try {
          await world.buy(1);
          for (const [act, number] of acts) await perform(world, act, number);
          // What still can be paid lapses, and what is due goes.
          await world.days(1);
          expect(await findBrokenPromises(world)).toEqual([]);
        } finally {
          await world.close();
        }
      }),
      { numRuns: RUNS + KNOWN.length, examples: KNOWN, endOnFailure: true },
    );
  }, 900_000);
});

function perform(world: World, act: Act[0], number: number): Promise<void> {
  switch (act) {
    case 'buy':
      return world.buy(1 + (number % 3));
    case 'days':
      return world.days(1 + (number % 3));
    case 'backUp':
      return world.backUp();
    case 'restore':
      return world.restore();
    case 'pay':
    case 'correct':
    case 'cancel':
    case 'deliver':
    case 'erase':
      return world[act](number);
  }
}
