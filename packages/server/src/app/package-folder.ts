import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, found from wherever this code runs: `src` in development, `dist` when built. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === '@barrier/server'
    ) {
      return folder;
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The server does not run from its own package.');
    folder = parent;
  }
}

/** The folder of the repository. */
export function repositoryFolder(): string {
  return join(packageFolder(), '../..');
}

/** The web package's build, which lies beside this package. */
export function webDistFolder(): string {
  return join(packageFolder(), '../web/dist');
}

/** The demo data that an empty shop is seeded with. */
export function demoFolder(): string {
  return join(packageFolder(), 'demo');
}
