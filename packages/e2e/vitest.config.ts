import { defineConfig } from 'vitest/config';

/** The journeys that belong to `test:long` alone. */
export const LONG = 'src/**/*.long.test.ts';

export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    exclude: [LONG],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is polled for ends a test when it never comes, not when it comes late.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    // One browser and one shop at a time: two cores are shared by both.
    fileParallelism: false,
  },
});
