import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../src/app/config.ts';
import { openPrivacy } from '../../src/app/open-privacy.ts';
import { advanceErasure } from '../../src/features/data-rights/advance-erasure.ts';
import type { RequestStep } from '../../src/features/data-rights/erasure-advance.ts';
import { createLogger } from '../../src/platform/logger/logger.ts';

/** What the process does, and when it dies. */
export interface ErasureTask {
  /** What an operator would set. */
  readonly env: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** ISO 8601. */
  readonly now: string;
  readonly dieAt: RequestStep;
}

/** A process that carries out an erasure that somebody asked for, and dies by kill -9 in the middle of it. */
const task = JSON.parse(process.argv[2] ?? '{}') as ErasureTask;
const config = readConfig(task.env);
const core = await openPrivacy({
  config,
  clock: { now: () => new Date(task.now) },
  logger: createLogger('error'),
  progress: () => undefined,
});
const deps = {
  core,
  publicUrl: config.publicUrl,
  seller: config.seller,
  places: {
    stores: { main: config.mainUrl, keys: config.keysUrl, log: config.logUrl },
    folders: { DATA_DIR: config.dataDir },
    ledger: config.erasureLedger,
  },
};
// The other process sends the mail meanwhile, which this one waits for.
while (
  await advanceErasure(deps, task.requestId, {
    onStep: (step) => {
      if (step === task.dieAt) process.kill(process.pid, 'SIGKILL');
    },
  })
) {
  await pause(20);
}
