import { defineEntity, p } from '@mikro-orm/core';
import type { CountedMailKind } from './mail-kind.ts';

export const MailThrottleSchema = defineEntity({
  name: 'MailThrottle',
  tableName: 'mail_throttle',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid().index(),
    /** Blind index of the address, for this use alone (D2). */
    addressIndex: p.string().length(64).index(),
    kind: p.string().$type<CountedMailKind>().length(32),
    queuedAt: p.datetime().index(),
  },
});

/** That a mail of a kind went to an address; kept for a day, to limit what one address can be sent (D15). */
export class MailThrottle extends MailThrottleSchema.class {}
MailThrottleSchema.setClass(MailThrottle);
