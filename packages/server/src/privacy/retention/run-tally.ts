import type { RuleTally } from './retention-run.entity.ts';

/** What a batch adds. */
export interface TallyStep {
  readonly rule: string;
  readonly due?: number;
  readonly done?: number;
  readonly held?: number;
  readonly failed?: number;
  readonly errorCode?: string;
}

/** The tallies after one more step. */
export function addTally(rules: readonly RuleTally[], step: TallyStep): readonly RuleTally[] {
  const { rule: name, due = 0, done = 0, held = 0, failed = 0, errorCode = null } = step;
  const add = (tally: RuleTally): RuleTally => ({
    name,
    due: tally.due + due,
    done: tally.done + done,
    held: tally.held + held,
    failed: tally.failed + failed,
    errorCode: errorCode ?? tally.errorCode,
  });
  const known = rules.find((tally) => tally.name === name);
  return known
    ? rules.map((tally) => (tally === known ? add(tally) : tally))
    : [...rules, add({ name, due: 0, done: 0, held: 0, failed: 0, errorCode: null })];
}

/** Whether anything of it failed: a rule, or a subject's part of one. */
export function hasFailed(rules: readonly RuleTally[]): boolean {
  return rules.some(({ failed, errorCode }) => failed > 0 || errorCode !== null);
}
