import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'long',
    root: `${import.meta.dirname}/../../server`,
    include: ['**/*.long.test.ts'],
    globalSetup: [
      'test/postgres/embedded-postgres.ts',
      'test/built/build-shop.ts',
      'test/built/bundle-test-processes.ts',
    ],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    pool: 'forks',
    passWithNoTests: false,
  },
});
