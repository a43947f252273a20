import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';
import { FORBIDDEN } from './import-rules.ts';

const repository = join(import.meta.dirname, '../../..');

async function violations(baseDir: string): Promise<{ modules: number; broken: string[] }> {
  const { output } = await cruise(['packages'], {
    baseDir,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|generated|generated-messages)/' },
    tsPreCompilationDeps: true,
    validate: true,
    ruleSet: { forbidden: FORBIDDEN },
  });
  const result = output as ICruiseResult;
  return {
    modules: result.summary.totalCruised,
    broken: result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

const scratch: string[] = [];
afterEach(() => {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A tree of files with the given contents, made to break a rule. */
function treeOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-imports-'));
  scratch.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('The import rules of the house', () => {
  it('hold in the whole repository', async () => {
    const tracked = execFileSync('git', ['ls-files', 'packages/*.ts', 'packages/*.tsx'], {
      cwd: repository,
      encoding: 'utf8',
    });
    const { modules, broken } = await violations(repository);
    expect(broken).toEqual([]);
    // With a TypeScript that it cannot read dependency-cruiser passes with no modules at all.
    expect(modules).toBeGreaterThanOrEqual(tracked.trim().split('\n').length / 2);
  });

  const target = 'export const it = 1;';
  const source = (path: string) => `import { it } from '${path}';\nexport const use = it;`;
  it.each([
    [
      'schema imports the server',
      'packages/schema/src/a.ts',
      '../../server/src/app/b.ts',
      'packages/server/src/app/b.ts',
    ],
    [
      'platform imports the privacy core',
      'packages/server/src/platform/a.ts',
      '../privacy/b.ts',
      'packages/server/src/privacy/b.ts',
    ],
    [
      'the privacy core imports a feature',
      'packages/server/src/privacy/a.ts',
      '../features/cart/b.ts',
      'packages/server/src/features/cart/b.ts',
    ],
    [
      'a feature imports the app',
      'packages/server/src/features/cart/a.ts',
      '../../app/b.ts',
      'packages/server/src/app/b.ts',
    ],
    [
      "a feature imports another feature's resolver",
      'packages/server/src/features/cart/a.ts',
      '../orders/order.resolver.ts',
      'packages/server/src/features/orders/order.resolver.ts',
    ],
    [
      'the web imports the server',
      'packages/web/src/features/cart/a.ts',
      '../../../../server/src/app/b.ts',
      'packages/server/src/app/b.ts',
    ],
    [
      'a component imports a feature',
      'packages/web/src/components/a.ts',
      '../features/cart/b.ts',
      'packages/web/src/features/cart/b.ts',
    ],
    [
      'a feature imports a surface',
      'packages/web/src/features/cart/a.ts',
      '../../surfaces/shop/b.ts',
      'packages/web/src/surfaces/shop/b.ts',
    ],
    [
      'the platform of the web imports a component',
      'packages/web/src/platform/a.ts',
      '../components/b.ts',
      'packages/web/src/components/b.ts',
    ],
    [
      'a surface imports the app of the web',
      'packages/web/src/surfaces/shop/a.ts',
      '../../app/b.ts',
      'packages/web/src/app/b.ts',
    ],
  ])('are broken when %s', async (_title, from, specifier, to) => {
    const { broken } = await violations(treeOf({ [from]: source(specifier), [to]: target }));
    expect(broken).toHaveLength(1);
  });

  it('are broken by a cycle', async () => {
    const tree = treeOf({ 'packages/schema/src/a.ts': source('./b.ts'), 'packages/schema/src/b.ts': source('./a.ts') });
    expect((await violations(tree)).broken.length).toBeGreaterThan(0);
  });
});
