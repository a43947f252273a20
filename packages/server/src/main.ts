import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiling the code is most of what a start costs; the next start finds it compiled.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
await import('./app/run-shop.ts');
