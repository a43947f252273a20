import { join } from 'node:path';
import { superviseSandbox } from '../supervise-sandbox.ts';

/** A process that does nothing but run the sandbox institution; prints its address. */
const { PATH: _, ...env } = process.env as Record<string, string>;
const entry = join(import.meta.dirname, '../../../../sandbox-institution/main.ts');
const { url } = await superviseSandbox({ command: [process.execPath, entry], env, port: 0, production: false });
process.stdout.write(`${url}\n`);
// Never outlives the test.
process.stdin.on('end', () => process.exit(1)).resume();
