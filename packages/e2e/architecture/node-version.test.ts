import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

it('pnpm judges packages by the Node.js that comes as a package, which runs them, and not by the one that pnpm was started with', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Readonly<Record<string, string>>;
  };
  const carried = Object.entries(optionalDependencies).filter(([name]) => /^node-(?:linux|darwin|win)-/.test(name));
  expect(carried.length).toBeGreaterThan(0);
  const judged = /^nodeVersion: (\S+)$/m.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1];
  expect(Object.fromEntries(carried)).toEqual(Object.fromEntries(carried.map(([name]) => [name, judged])));
});
