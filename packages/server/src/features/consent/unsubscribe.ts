import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { ConsentJob } from './consent-job.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { endConsents } from './end-consents.ts';
import { lockConsents } from './lock-consents.ts';

/** What a token looks like, known or not. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Takes the wish to unsubscribe, by the token of a mail alone. A job looks the token up, at once, so that the answer costs the same whether it is
 * known, was used before, or was of somebody who is erased (D20). Idempotent. Not limited by network: mail services ask for all their users.
 */
export async function unsubscribe({ stores }: Pick<PrivacyCore, 'stores'>, token: string): Promise<void> {
  if (!TOKEN.test(token)) return;
  await stores.main.em.fork().transactional(async (em) => {
    await enqueueJob(em, { kind: ConsentJob.UNSUBSCRIBE, payload: { tokenHash: hashOfToken(token) } });
  });
}

/** Ends the consent that a link was mailed for; also one that was given anew since, as whoever follows an old link means it. */
export async function endConsentByLink(core: PrivacyCore, tokenHash: string): Promise<void> {
  const { main } = core.stores;
  const record = await main.em.fork().findOne(ConsentRecord, { tokenHash });
  if (!record) return;
  const { subjectId, purpose, account } = record;
  try {
    await main.em.fork().transactional(async (em) => {
      const subject = await lockConsents(core, em, subjectId);
      await endConsents(core, em, subject, { accountId: account.id, purposes: [purpose], means: 'UNSUBSCRIBE_LINK' });
    });
  } catch (error) {
    if (!(error instanceof PrivacyError && error.code === 'SUBJECT_NOT_ACTIVE')) throw error;
  }
}
