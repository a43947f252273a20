import type { Logger } from 'pino';
import type { RotationProgress, RotationResult } from './rotate-keys.ts';

/** Logs a rotation, counts only: a line for each tenth of the keys, and one at its end. */
export function tellRotation(logger: Logger) {
  let told = 0;
  return {
    progress: ({ epoch, rewrapped, total }: RotationProgress): void => {
      const tenth = Math.floor((10 * rewrapped) / Math.max(total, 1));
      if (tenth <= told) return;
      told = tenth;
      logger.info({ epoch, rewrapped, total }, 'keys are being re-wrapped');
    },
    done: ({ epoch, rewrapped, destroyed }: RotationResult): void => {
      logger.info({ epoch, rewrapped, destroyed: destroyed.map(({ epoch: old }) => old) }, 'keys are rotated');
    },
  };
}
