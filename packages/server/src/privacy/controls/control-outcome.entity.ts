import { defineEntity, p } from '@mikro-orm/core';

export const ControlOutcomeSchema = defineEntity({
  name: 'ControlOutcome',
  tableName: 'control_outcome',
  properties: {
    /** The control's name. */
    name: p.string().length(100).primary(),
    clause: p.string().length(10),
    state: p.string().length(5).$type<'GREEN' | 'RED'>(),
    /** One sentence for the privacy officer, without any personal value. */
    finding: p.string().length(500),
    checkedAt: p.datetime(),
  },
});

/** What a control found when it was last run. */
export class ControlOutcome extends ControlOutcomeSchema.class {}
ControlOutcomeSchema.setClass(ControlOutcome);
