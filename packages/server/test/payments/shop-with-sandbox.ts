import { superviseSandbox } from '../../src/features/payments/sandbox/supervise-sandbox.ts';
import { SANDBOX_ENTRY } from './sandbox-process.ts';

/** A process that does nothing but run the sandbox institution; prints its address. */
const { PATH: _, ...env } = process.env as Record<string, string>;
const { url } = await superviseSandbox({ command: [process.execPath, SANDBOX_ENTRY], env, port: 0, production: false });
process.stdout.write(`${url}\n`);
// Never outlives the test.
process.stdin.on('end', () => process.exit(1)).resume();
