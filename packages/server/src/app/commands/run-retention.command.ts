import { parseArgs } from 'node:util';
import { systemClock } from '../../platform/clock/clock.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { previewRetention } from '../../privacy/retention/preview-retention.ts';
import type { RuleTally } from '../../privacy/retention/retention-run.entity.ts';
import { RetentionBusyError } from '../../privacy/retention/run-lease.ts';
import { runRetention } from '../../privacy/retention/run-retention.ts';
import { hasFailed } from '../../privacy/retention/run-tally.ts';
import { readConfig } from '../config.ts';
import { closePrivacy, openPrivacy } from '../open-privacy.ts';
import { progressBar } from './progress-bar.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `retention:run`: runs the retention rules as the server does each hour (P4.5), with a progress bar, and prints the run's record; exit
 * code 1 if something failed, or if a server is just running them. `--dry-run` prints what would go, and changes nothing. Both tell how
 * many, never whose. The server may run meanwhile, on SQLite too.
 */
export async function runRetentionCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean', default: false } } });
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const core = await openPrivacy({ config, clock: systemClock, logger, progress: () => undefined });
  try {
    await (values['dry-run'] ? showPreview(core) : runWithProgress(core));
  } catch (error) {
    if (!(error instanceof RetentionBusyError)) throw error;
    process.stderr.write('The rules are being run by a server, or by another command. Try again in a minute.\n');
    process.exitCode = 1;
  } finally {
    await closePrivacy(core);
  }
}

async function showPreview(core: PrivacyCore): Promise<void> {
  for (const { name, due, held } of await previewRetention(core)) {
    say(`${name}: ${due} due${held > 0 ? `, of whom ${held} have something under way` : ''}`);
  }
  say('Subjects are counted. Whoever has nothing left after a run is erased by it as well. Nothing was changed.');
}

async function runWithProgress(core: PrivacyCore): Promise<void> {
  const total = (await previewRetention(core)).reduce((sum, { due }) => sum + due, 0);
  const bar = progressBar();
  const show = (rules: readonly RuleTally[]) => {
    const dealtWith = rules.reduce((sum, { due }) => sum + due, 0);
    // Who has nothing left is found on the way.
    const all = Math.max(total, dealtWith);
    bar.show(dealtWith, all, `${dealtWith} of ${all}`);
  };
  try {
    const { rules } = await runRetention(core, { onProgress: show });
    bar.done();
    for (const { name, due, done, held, failed, errorCode } of rules) {
      const rest = [
        ...(held > 0 ? [`${held} have something under way`] : []),
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(errorCode === null ? [] : [errorCode]),
      ];
      say([`${name}: ${due} due`, `${done} done`, ...rest].join(', '));
    }
    if (hasFailed(rules)) process.exitCode = 1;
  } finally {
    bar.done();
  }
}
