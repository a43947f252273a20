import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

interface DryRun {
  readonly tasks: readonly { readonly taskId: string; readonly directory: string; readonly inputs: object }[];
}

function run(command: string, args: string[], input?: string): string {
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw error;
  if (stdout === '' && stderr !== '') throw new Error(stderr);
  return stdout;
}

it('no build takes in what a build makes, which would make the next start build once more', () => {
  const { tasks } = JSON.parse(run('turbo', ['run', 'build', '--dry=json'])) as DryRun;
  const inputs = tasks.flatMap(({ directory, inputs }) => Object.keys(inputs).map((file) => join(directory, file)));
  expect(inputs).toContain('packages/web/src/app/entry-client.tsx');
  const ignored = run('git', ['check-ignore', '--stdin'], inputs.join('\n')).split('\n').filter(Boolean);
  expect(ignored).toEqual([]);
});
