import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the alias vitest loads graphql twice (CommonJS and ESM), and instanceof checks fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'server',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One PostgreSQL for the whole run; a test file makes databases of its own in it.
    globalSetup: [
      'test/postgres/embedded-postgres.ts',
      'test/built/build-shop.ts',
      'test/built/bundle-test-processes.ts',
    ],
  },
});
