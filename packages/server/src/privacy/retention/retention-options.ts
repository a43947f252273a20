import type { RuleTally } from './retention-run.entity.ts';

/** How many subjects a transaction takes up: so few that whoever waits for it does not notice. */
export const BATCH = 20;

/** Who wants to know, or to stop it. */
export interface RetentionOptions {
  /** Ends the run after the batch it is at; whoever runs the rules next goes on with it. */
  readonly signal?: AbortSignal;
  /** Told after each batch what was done so far. */
  readonly onProgress?: (rules: readonly RuleTally[]) => void;
  /** Told when a batch of values, or of the intents to erase who has none left, is committed; tests kill the process there. */
  readonly onStep?: (step: 'VALUES' | 'SPENT') => void | Promise<void>;
}
