import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import type { MailKind } from './mail-kind.ts';
import type { MailMessage } from './mail-message.ts';

/**
 * `QUEUED`: to be sent. `SENDING`: being handed to the relay, of mails that nobody is to get twice. `SPOOLED`: kept for the demo's page in place of
 * being sent. A mail that was sent has no row.
 */
export type MailState = 'QUEUED' | 'SENDING' | 'SPOOLED';

export const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    /** Also the local part of the Message-ID. */
    id: p.uuid().primary(),
    subjectId: p.uuid().index(),
    kind: p.string().$type<MailKind>().length(32),
    state: p.string().$type<MailState>().length(16),
    queuedAt: p.datetime().index(),
    /** To whom and what; sealed until it is sent. */
    message: sealedProperty<MailMessage>('mail.message'),
  },
});

/** A mail on its way. How often its sending was tried stands in its job. */
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
