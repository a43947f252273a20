import { parseArgs } from 'node:util';
import { systemClock } from '../../platform/clock/clock.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { eraseLost } from '../../privacy/erasure/erase-lost.ts';
import { replayErasures } from '../../privacy/erasure/replay-erasures.ts';
import { findLostKeys } from '../../privacy/keys/find-lost-keys.ts';
import { readConfig } from '../config.ts';
import { closePrivacy, openPrivacy } from '../open-privacy.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const of = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * `restore:replay`: carries out again what a restored store has forgotten to be erased, as every start does, and tells of living
 * subjects without a key; exit code 1 if there are any. `--erase-lost` erases those, of whom nothing can be opened any more.
 */
export async function replayErasuresCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { 'erase-lost': { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const core = await openPrivacy({ config, clock: systemClock, logger, progress: () => undefined });
  try {
    await replayAndTell(core, values['erase-lost']);
  } finally {
    await closePrivacy(core);
  }
}

/** Carries out again what a restore has brought back, and tells of it and of keys that are lost. @throws {UsageError} */
export async function replayAndTell(core: PrivacyCore, alsoLost: boolean): Promise<void> {
  const { rows, keys, pseudonyms } = await replayErasures(core);
  say(`Erased again: rows of ${of(rows, 'subject')}, ${of(keys, 'key')}, ${of(pseudonyms, 'pseudonym')}.`);
  const found = await findLostKeys(core);
  const { living, lost } = found;
  say(
    lost.length === 0 ? 'Every living subject has a key.' : `${lost.length} of ${living} living subjects have no key.`,
  );
  if (lost.length === 0) return;
  if (!alsoLost) {
    say('Nothing of them can be opened. Restore a newer copy of the key store, or erase them by --erase-lost.');
    process.exitCode = 1;
    return;
  }
  if (lost.length === living) {
    throw new UsageError('None of the living subjects has a key here: this is not their key store. Nothing is erased.');
  }
  await eraseLost(core, found);
  say(`Erased: ${of(lost.length, 'subject')} without a key.`);
}
