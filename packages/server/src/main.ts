import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { asksForHelp } from './app/commands/usage.ts';

if (asksForHelp(process.argv)) {
  process.stdout.write(
    'start\n\nServes the shop. It takes no options: the README lists the environment variables that set it up.\n',
  );
  process.exit(0);
}
// Whatever this process writes is for its own user: databases, their logs, secrets.
process.umask(0o077);
// Compiling the code is most of what a start costs; the next start finds it compiled.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./app/run-shop.ts');
