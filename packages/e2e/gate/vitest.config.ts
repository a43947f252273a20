import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/schema', 'packages/server', 'packages/web'].map(
      (folder) => `${import.meta.dirname}/../../../${folder}`,
    ),
  },
});
