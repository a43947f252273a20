import { join } from 'node:path';

/** Where the processes that tests start, and kill, are bundled for a run: out of the bundle they start three times faster. */
export const TEST_PROCESSES = join(import.meta.dirname, '../../node_modules/.cache/test-processes');

/** The sources of those processes, from the folder of this package. */
export const SOURCES = {
  payment: 'test/payments/payment-process.ts',
  core: 'test/privacy/core-process.ts',
  erasure: 'test/data-rights/erasure-process.ts',
  worker: 'src/platform/jobs/testing/worker-process.ts',
} as const;

/** The file to start for one of them. */
export function testProcess(name: keyof typeof SOURCES): string {
  return join(TEST_PROCESSES, `${name}.js`);
}
