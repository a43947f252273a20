import type { Logger } from 'pino';
import type { RetentionRun } from './retention-run.entity.ts';
import { hasFailed } from './run-tally.ts';

/** Logs what a run did, numbers only: nothing if nothing was due, and as an error if something failed. */
export function tellRetention(logger: Logger, { rules }: RetentionRun): void {
  const told = rules.filter(({ due, errorCode }) => due > 0 || errorCode !== null);
  if (hasFailed(rules)) logger.error({ code: 'RETENTION_FAILED', rules: told }, 'retention failed in part');
  else if (told.length > 0) logger.info({ rules: told }, 'retention was run');
}
