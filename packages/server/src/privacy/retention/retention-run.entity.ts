import { defineEntity, p } from '@mikro-orm/core';

/** What became of a rule in a run; subjects are counted, not values. */
export interface RuleTally {
  readonly name: string;
  /** Who was taken up: `done`, `held` and `failed` together, but for those a killed process was at. */
  readonly due: number;
  readonly done: number;
  /** Who has something under way, so that nothing was touched. */
  readonly held: number;
  readonly failed: number;
  /** Code of the last failure, also of the rule itself, which then has dealt with fewer than are due. */
  readonly errorCode: string | null;
}

export const RetentionRunSchema = defineEntity({
  name: 'RetentionRun',
  tableName: 'retention_run',
  properties: {
    id: p.uuid().primary(),
    startedAt: p.datetime().index(),
    /** Null while it runs, and for one that was cut short: the next process takes it up. */
    finishedAt: p.datetime().nullable().index(),
    rules: p.json<readonly RuleTally[]>(),
    /** Names the process that runs it, for as long as `lockedUntil` says. */
    lease: p.uuid().nullable(),
    lockedUntil: p.datetime().nullable(),
  },
});

/** What a run of the retention rules found due and did (P4.5): numbers, and nothing of whom. */
export class RetentionRun extends RetentionRunSchema.class {}
RetentionRunSchema.setClass(RetentionRun);
