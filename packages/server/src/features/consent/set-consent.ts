import type { SetConsentArgs } from '@barrier/schema/consent/consent.args.ts';
import type { ConsentsPayload } from '@barrier/schema/consent/consent.result.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { Account } from '../accounts/account.entity.ts';
import { requireSession } from '../accounts/require-session.ts';
import type { ConsentContext } from './consent-context.ts';
import { consentError } from './consent-errors.ts';
import { type Agreement, ConsentRecord } from './consent-record.entity.ts';
import { currentVersion } from './consent-texts.ts';
import { endConsents } from './end-consents.ts';
import { lockConsents } from './lock-consents.ts';
import { viewConsents } from './view-consents.ts';

/**
 * Gives or withdraws a consent; what stands already is left as it is. One agrees to the words of today only, which the version that was read
 * must be; to withdraw nothing has to be right.
 * @throws {PublicError} UNAUTHENTICATED for visitors: they are sent nothing that they could agree to.
 */
export async function setConsent(
  context: ConsentContext,
  { purpose, given, language, textVersion }: SetConsentArgs,
): Promise<ConsentsPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  if (given && textVersion !== currentVersion(purpose)) {
    const userErrors = [consentError('TEXT_CHANGED', language, ['textVersion'])];
    return { consents: await viewConsents(context, language), userErrors };
  }
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockConsents(core, em, subjectId);
    if (!given) return endConsents(core, em, subject, { accountId, purposes: [purpose], means: 'ACCOUNT_PAGE' });
    if ((await em.count(ConsentRecord, { subjectId, purpose, state: 'GIVEN' })) > 0) return;
    const at = core.clock.now().toISOString();
    give(core, em, subject, {
      accountId,
      purpose,
      agreement: { at, means: 'ACCOUNT_PAGE', version: textVersion, language },
    });
  });
  return { consents: await viewConsents(context, language), userErrors: [] };
}

function give(
  { vault }: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { accountId, purpose, agreement }: { accountId: string; purpose: ConsentRecord['purpose']; agreement: Agreement },
): void {
  const id = uuidv4();
  const token = newToken();
  em.create(ConsentRecord, {
    id,
    subjectId: subject.id,
    account: em.getReference(Account, accountId),
    purpose,
    state: 'GIVEN',
    endedOn: null,
    tokenHash: hashOfToken(token),
    given: vault.seal(subject, 'consent.given', id, agreement),
    ended: null,
    unsubscribeToken: vault.seal(subject, 'consent.unsubscribeToken', id, token),
  });
}
