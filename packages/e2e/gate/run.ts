import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The gate. `test`: checks, then every test; `check`: types, lint, formatting, architecture; `test:long`: also the tests
 * of scale, simulated years and kill loops (*.long.test.ts). Ends with the line `N passed, N failed`.
 */
const mode = process.argv.includes('--check') ? 'check' : process.argv.includes('--long') ? 'long' : 'test';
const root = join(import.meta.dirname, '../../..');
const tally = { passed: 0, failed: 0, skipped: 0 };

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

function step(title: string, command: string, args: string[]): boolean {
  const started = performance.now();
  process.stdout.write(`\n── ${title}\n`);
  const ok = run(command, args);
  process.stdout.write(
    `── ${title}: ${ok ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  tally[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
}

function tests(title: string, config: string, ...more: string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-gate-'));
  const file = join(folder, 'report.json');
  process.stdout.write(`\n── ${title}\n`);
  const ok = run('vitest', [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    // The machine may be shared: what fails once for want of time gets a second chance, what fails twice has failed.
    '--retry=1',
    ...more,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    tally.passed += report.numPassedTests;
    tally.failed += report.numFailedTests;
    tally.skipped += report.numPendingTests;
    // A file that does not load has no failed test of its own, but must not pass.
    if (!ok && report.numFailedTests === 0) tally.failed += Math.max(1, report.numFailedTestSuites);
  } catch {
    tally.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
}

const built = step('build', 'turbo', ['run', 'build', '--output-logs=errors-only']);
step('types', 'tsc', ['-b']);
step('format and lint', 'biome', ['ci', '--error-on-warnings', '.']);
step('lint with types', 'oxlint', [
  '--type-aware',
  '--deny-warnings',
  '-c',
  'packages/e2e/gate/oxlint.json',
  'packages',
]);
step('unused files, exports and dependencies', 'knip', ['--config', 'packages/e2e/gate/knip.json']);
step('architecture', 'vitest', ['run', '--config', 'packages/e2e/gate/architecture.config.ts']);
if (mode !== 'check') {
  // Tests of processes and databases wait more than they work; vitest would leave a core idle, and does not take this from a file.
  tests('tests of schema, server and web', 'packages/e2e/gate/vitest.config.ts', '--maxWorkers=100%');
  if (built) tests('browser journeys', 'packages/e2e/vitest.config.ts');
  if (mode === 'long') {
    if (built) tests('long browser journeys', 'packages/e2e/long.config.ts');
    tests('long tests', 'packages/e2e/gate/long.config.ts');
  }
}

const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
