import { defineEntity, p } from '@mikro-orm/core';

export const LogHeadSchema = defineEntity({
  name: 'LogHead',
  tableName: 'log_head',
  properties: {
    /** Always 1. */
    id: p.integer().primary().autoincrement(false),
    /** How many entries there are. Its row lock puts the appends of all processes in order. */
    entries: p.bigint('number'),
  },
});

/** The one row that counts the entries of the log. */
export class LogHead extends LogHeadSchema.class {}
LogHeadSchema.setClass(LogHead);
