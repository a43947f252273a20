import { type ConsentMeans, ConsentPurpose } from '@barrier/schema/consent/consent-vocabulary.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { Account } from '../accounts/account.entity.ts';
import { dropQueuedMails } from '../mail/drop-queued-mails.ts';
import { ConsentRecord, type Decision } from './consent-record.entity.ts';

/** All that can be agreed to. */
export const CONSENT_PURPOSES: readonly ConsentPurpose[] = Object.values(ConsentPurpose);

/** Who ends what, and how. */
export interface ConsentEnd {
  readonly accountId: string;
  readonly purposes: readonly ConsentPurpose[];
  readonly means: ConsentMeans;
}

/**
 * Ends what a person agreed to, in the caller's transaction, in which their consents are locked (`lockConsents`), and takes the mails away that
 * wait to be sent for it. Where there was never anything to end, that it was refused is recorded, once.
 */
export async function endConsents(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { accountId, purposes, means }: ConsentEnd,
): Promise<void> {
  const now = core.clock.now();
  const decision: Decision = { at: now.toISOString(), means };
  for (const purpose of purposes) {
    const records = await em.find(ConsentRecord, { subjectId: subject.id, purpose });
    const given = records.find(({ state }) => state === 'GIVEN');
    if (given) {
      given.state = 'WITHDRAWN';
      given.endedOn = dayOf(now);
      given.ended = core.vault.seal(subject, 'consent.ended', given.id, decision);
    } else if (records.length === 0) {
      const id = uuidv4();
      em.create(ConsentRecord, {
        id,
        subjectId: subject.id,
        account: em.getReference(Account, accountId),
        purpose,
        state: 'REFUSED',
        endedOn: dayOf(now),
        tokenHash: null,
        given: null,
        ended: core.vault.seal(subject, 'consent.ended', id, decision),
        unsubscribeToken: null,
      });
    }
    await dropQueuedMails(em, subject.id, purpose);
  }
}
