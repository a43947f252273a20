import { v4 as uuidv4 } from 'uuid';
import { dayOf } from '../../platform/clock/clock.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from '../accounts/account.entity.ts';
import { ConsentRecord } from './consent-record.entity.ts';

/** A canary once agreed and has long stopped (decision 015), so that nothing is ever mailed to it; its words stand where those of people do. */
export function registerConsentCanary(core: PrivacyCore): void {
  const { canary, clock, registry, vault } = core;
  registry.registerCanary({
    name: 'consents',
    plant: async (em, subject) => {
      // The account is planted by its own feature, in the same transaction.
      await em.flush();
      const account = await em.findOneOrFail(Account, { subjectId: subject.id });
      const now = clock.now();
      const at = now.toISOString();
      const id = uuidv4();
      const token = newToken();
      const agreement = {
        at,
        means: 'ACCOUNT_PAGE',
        version: 1,
        language: 'DE',
        hint: canary.word('consent.given'),
      } as const;
      const decision = { at, means: 'UNSUBSCRIBE_LINK', hint: canary.word('consent.ended') } as const;
      em.create(ConsentRecord, {
        id,
        subjectId: subject.id,
        account,
        purpose: 'PRODUCT_NEWS',
        state: 'WITHDRAWN',
        endedOn: dayOf(now),
        tokenHash: hashOfToken(token),
        given: vault.seal(subject, 'consent.given', id, agreement),
        ended: vault.seal(subject, 'consent.ended', id, decision),
        unsubscribeToken: vault.seal(subject, 'consent.unsubscribeToken', id, canary.word('consent.unsubscribeToken')),
      });
    },
  });
}
