import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../core.ts';
import type { RuleTally } from './retention-run.entity.ts';
import { type RunLease, recordProgress } from './run-lease.ts';
import { addTally, type TallyStep } from './run-tally.ts';

/** What a batch did, and what it answers. */
export interface BatchEnd<Result> {
  readonly step: TallyStep;
  readonly result: Result;
}

/** How far a run is: kept in memory and, by the same transaction that does the work, in the run's record. */
export class RunProgress {
  /** The moment that the rules are asked about, the same for the whole run. */
  readonly now: Date;
  #rules: readonly RuleTally[];

  constructor(
    private readonly core: Pick<PrivacyCore, 'stores' | 'clock'>,
    private readonly run: RunLease,
    private readonly told: (rules: readonly RuleTally[]) => void = () => undefined,
  ) {
    this.now = core.clock.now();
    this.#rules = run.rules;
  }

  get rules(): readonly RuleTally[] {
    return this.#rules;
  }

  /** Does work in a transaction that puts it on record. @throws {RetentionBusyError} if the run is another's; nothing is done then. */
  async inBatch<Result>(work: (em: SqlEntityManager) => Promise<BatchEnd<Result>>): Promise<Result> {
    const { after, result } = await this.core.stores.main.em.fork().transactional(async (em) => {
      const end = await work(em);
      const rules = addTally(this.#rules, end.step);
      await recordProgress(em, this.core, this.run, rules);
      return { after: rules, result: end.result };
    });
    this.#rules = after;
    this.told(after);
    return result;
  }

  /** Puts on record what happened outside of a batch. */
  record(step: TallyStep): Promise<void> {
    return this.inBatch(async () => ({ step, result: undefined }));
  }
}
