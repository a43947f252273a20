import { parseArgs } from 'node:util';

/** What `node dist/cli.js <command>` can do; each command is loaded only when asked for. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {};

const { positionals } = parseArgs({ allowPositionals: true, strict: false });
const [name = '', ...args] = positionals;
const command = COMMANDS[name];
if (command) {
  await command(args);
} else {
  process.stderr.write(`Unknown command. There are: ${Object.keys(COMMANDS).join(', ')}\n`);
  process.exitCode = 2;
}
