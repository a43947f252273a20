import type { ConsentsArgs } from '@barrier/schema/consent/consent.args.ts';
import type { ConsentsPayload } from '@barrier/schema/consent/consent.result.ts';
import { requireSession } from '../accounts/require-session.ts';
import type { ConsentContext } from './consent-context.ts';
import { CONSENT_PURPOSES, endConsents } from './end-consents.ts';
import { lockConsents } from './lock-consents.ts';
import { viewConsents } from './view-consents.ts';

/**
 * Objects to all marketing (GDPR article 21(2)): every consent ends, and what waits to be sent is not.
 * @throws {PublicError} UNAUTHENTICATED for visitors, who are sent none.
 */
export async function objectToMarketing(context: ConsentContext, { language }: ConsentsArgs): Promise<ConsentsPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockConsents(core, em, subjectId);
    await endConsents(core, em, subject, { accountId, purposes: CONSENT_PURPOSES, means: 'ACCOUNT_PAGE' });
  });
  return { consents: await viewConsents(context, language), userErrors: [] };
}
