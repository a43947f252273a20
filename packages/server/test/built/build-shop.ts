import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds what the tests of commands and of server processes run: the files that an operator runs, which also start several times
 * faster than the source. What is up to date already costs nothing.
 */
export default function buildShop(): void {
  const root = join(import.meta.dirname, '../../../..');
  const args = ['run', 'build', '--filter=@barrier/server', '--filter=@barrier/web', '--output-logs=errors-only'];
  execFileSync(join(root, 'node_modules/.bin/turbo'), args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
