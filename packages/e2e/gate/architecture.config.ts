import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'architecture',
    dir: `${import.meta.dirname}/../architecture`,
    include: ['**/*.test.ts'],
    testTimeout: 120_000,
  },
});
