import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openStores } from '../open-stores.ts';

/** `db:migrate`: brings the three stores up to date, says what ran, and ends. */
export async function migrateCommand(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const config = readConfig(process.env);
  let steps = 0;
  const stores = await openStores(config, (step) => {
    steps += 1;
    process.stdout.write(`${step}\n`);
  });
  for (const store of Object.values(stores)) await store.close(true);
  if (steps === 0) process.stdout.write('Everything is up to date.\n');
}
