import { expect, it } from 'vitest';
import { nextPlace } from './suggestion-options.ts';

it.each([
  ['ArrowDown', [0, 1, 2, -1, 0]],
  ['ArrowUp', [2, 1, 0, -1, 2]],
] as const)('%s goes through three suggestions and by the field round again', (key, places) => {
  let at = -1;
  const passed = places.map(() => {
    at = nextPlace(at, 3, key);
    return at;
  });
  expect(passed).toEqual(places);
});

it.each(['ArrowDown', 'ArrowUp'] as const)('%s stays in the field where nothing is suggested', (key) => {
  expect(nextPlace(-1, 0, key)).toBe(-1);
});
