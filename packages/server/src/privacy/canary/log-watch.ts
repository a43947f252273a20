import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Logger } from 'pino';
import { watchLines } from '../../platform/logger/logger.ts';
import type { PrivacyCore } from '../core.ts';
import type { CanarySearch } from './canary-search.ts';

/** How long the control stays red after the last line, in ms: what is written to a log cannot be taken back. */
export const REMEMBERED_MS = 24 * 3_600_000;

/** A canary that stays in a loop is reported this seldom, in ms. */
const REPORTED_EVERY_MS = 60_000;

/** Watches the log for canaries. */
export interface LogWatch {
  /** The categories that any process has logged lately. */
  seen(): string[];
}

/** Watches every line that this process logs, and tells the other processes; each remembers for a day. */
export function watchLog(
  { bus, clock }: Pick<PrivacyCore, 'bus' | 'clock'>,
  search: CanarySearch,
  logger: Logger,
): LogWatch {
  const seenAt = new Map<string, number>();
  const reportedAt = new Map<string, number>();
  bus.subscribe('canary-logged', ({ category }) => void seenAt.set(category, clock.now().getTime()));

  const report = (category: Category | 'PART') => {
    const now = clock.now().getTime();
    seenAt.set(category, now);
    if (now - (reportedAt.get(category) ?? Number.NEGATIVE_INFINITY) < REPORTED_EVERY_MS) return;
    reportedAt.set(category, now);
    // Not in the middle of the line that is being written.
    setImmediate(() => {
      logger.error({ code: 'CANARY_LOGGED', category }, 'a canary stands in the log');
      bus
        .publish('canary-logged', { category })
        .catch((error: unknown) => logger.error({ err: error }, 'the bus failed'));
    });
  };
  watchLines(logger, (line) => {
    for (const category of search.inText(line)) report(category);
  });
  return {
    seen: () => {
      const since = clock.now().getTime() - REMEMBERED_MS;
      return [...seenAt].flatMap(([category, at]) => (at >= since ? [category] : [])).sort();
    },
  };
}
