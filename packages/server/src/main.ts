import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Whatever this process writes is for its own user: databases, their logs, secrets.
process.umask(0o077);
// Compiling the code is most of what a start costs; the next start finds it compiled.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./app/run-shop.ts');
