import { join } from 'node:path';
import { build } from 'vite';
import { SOURCES, TEST_PROCESSES } from './test-process.ts';

/** Bundles the processes that tests start as the server is bundled. */
export default async function bundleTestProcesses(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const input = Object.fromEntries(Object.entries(SOURCES).map(([name, source]) => [name, join(root, source)]));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: TEST_PROCESSES, emptyOutDir: true, rollupOptions: { input } },
  });
}
