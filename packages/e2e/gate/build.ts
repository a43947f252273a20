import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds what has changed, for whoever wants the shop and not the build: nothing is said of one that is quick, a line of one that is
 * not, and all that turbo wrote of one that fails.
 */
const LONG_MS = 1_500;

const turbo = spawn('turbo', ['run', 'build', '--output-logs=errors-only'], {
  cwd: join(import.meta.dirname, '../../..'),
  stdio: ['ignore', 'pipe', 'pipe'],
});
let output = '';
for (const stream of [turbo.stdout, turbo.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
const patience = setTimeout(() => process.stderr.write('Building …\n'), LONG_MS);
const code = await new Promise<number>((resolve) => {
  turbo.on('error', ({ message }) => {
    output += message;
    resolve(1);
  });
  turbo.on('close', (ended) => resolve(ended ?? 1));
});
clearTimeout(patience);
if (code !== 0) process.stderr.write(`${output.trimEnd()}\n`);
process.exitCode = code;
