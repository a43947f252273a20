import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownSql } from '../../platform/orm/own-sql.ts';
import { ensureActiveEpoch, readEpochs } from '../../privacy/keys/key-epochs.ts';
import { readConfig } from '../config.ts';
import { keyringFile, openKeyProvider } from '../open-key-provider.ts';
import { UsageError } from './usage-error.ts';
import { withStores } from './with-stores.ts';

/**
 * `keys:init`: makes the local keyring of a new shop, which a server in production never does of itself. A keyring that is lost is
 * not made anew: nothing that was sealed would open again, so its backup has to be brought back.
 * @throws {UsageError}
 */
export async function initKeysCommand(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const { keyProvider, dataDir } = readConfig(process.env);
  if (keyProvider.kind !== 'local')
    throw new UsageError('KEY_PROVIDER is not local: its keys are made by its service.');
  if (existsSync(keyringFile(dataDir))) throw new UsageError('There is a keyring in DATA_DIR already.');
  await withStores(async ({ stores, clock }) => {
    const sql = ownSql(stores.keys);
    if ((await readEpochs(sql.run)).length > 0) {
      throw new UsageError('The keys store knows a keyring that is not in DATA_DIR: bring back its backup.');
    }
    const epoch = await ensureActiveEpoch(sql, openKeyProvider(keyProvider, dataDir), clock.now());
    process.stdout.write(`Made keyring.json in DATA_DIR, with epoch ${epoch}. Back it up apart from the databases.\n`);
  });
}
