import { parseArgs } from 'node:util';
import { openBus } from '../../platform/bus/open-bus.ts';
import { rotateKeys } from '../../privacy/keys/rotate-keys.ts';
import { readConfig } from '../config.ts';
import { openAgreedKeyProvider } from '../open-agreed-key-provider.ts';
import { progressBar } from './progress-bar.ts';
import { withStores } from './with-stores.ts';

/**
 * `keys:rotate`: begins a new key epoch, re-wraps the keys of all living subjects with a progress bar and destroys the old epoch
 * (D1). The server may run meanwhile; after a kill the next call takes up what is left.
 */
export async function rotateKeysCommand(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const config = readConfig(process.env);
  await withStores(async ({ stores, clock }) => {
    const onError = (error: unknown) => {
      throw error;
    };
    const provider = await openAgreedKeyProvider(config, { stores, clock });
    const bus = await openBus({ store: stores.main, url: config.mainUrl, onError });
    const bar = progressBar();
    try {
      const { epoch, rewrapped, destroyed } = await rotateKeys(
        { stores, clock, bus, provider },
        { onProgress: (step) => bar.show(step.rewrapped, step.total, `${step.rewrapped} of ${step.total} keys`) },
      );
      bar.done();
      process.stdout.write(`Epoch ${epoch} is active, ${rewrapped} key${rewrapped === 1 ? '' : 's'} re-wrapped.\n`);
      for (const old of destroyed) {
        process.stdout.write(`Epoch ${old.epoch} is destroyed, final as of ${old.finalAt.toISOString()}.\n`);
      }
    } finally {
      bar.done();
      await bus.close();
    }
  });
}
