import { expect, it } from 'vitest';
import { MOST_ATTEMPTS, NetworkThrottle } from './network-throttle.ts';

function open() {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const throttle = new NetworkThrottle({ now: () => new Date(now) });
  return { throttle, wait: (ms: number) => (now += ms) };
}

it('Networks may try so often within a quarter of an hour, whichever of their addresses they use', () => {
  const { throttle, wait } = open();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1)
    expect(throttle.admits(`203.0.113.${attempt}`)).toBe(true);
  expect(throttle.admits('203.0.113.250')).toBe(false);
  expect(throttle.admits('203.0.114.1')).toBe(true);
  wait(16 * 60_000);
  expect(throttle.admits('203.0.113.250')).toBe(true);
});

it.each([
  ['::ffff:203.0.113.7', '203.0.113.8', '203.0.112.1'],
  ['2001:db8:1:1::1', '2001:db8:1:ffff::9', '2001:db8:2:1::1'],
])('A network is known by its block: %s and %s are one, %s is another', (first, same, other) => {
  const { throttle } = open();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) throttle.admits(first);
  expect(throttle.admits(same)).toBe(false);
  expect(throttle.admits(other)).toBe(true);
});

it('Nothing of a network can be read from what is kept, and a new day knows nothing of the last', () => {
  const { throttle, wait } = open();
  for (let attempt = 0; attempt <= MOST_ATTEMPTS; attempt += 1) throttle.admits('203.0.113.7');
  wait(12 * 60 * 60_000);
  expect(throttle.admits('203.0.113.7')).toBe(true);
  expect(JSON.stringify(Object.values(throttle))).not.toContain('203');
});
