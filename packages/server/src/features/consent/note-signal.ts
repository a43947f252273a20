import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { Account } from '../accounts/account.entity.ts';
import type { CurrentSession } from '../accounts/account-context.ts';
import { CONSENT_PURPOSES, endConsents } from './end-consents.ts';
import { lockConsents } from './lock-consents.ts';
import { SignalObjection } from './signal-objection.entity.ts';

/** How many sessions whose signal is dealt with are known without asking. */
const KNOWN_SESSIONS = 50_000;

/** Takes the signal of a request for the objection that it is. */
export type NoteSignal = (session: CurrentSession) => Promise<void> | undefined;

/**
 * Has a browser's signal count as an objection to marketing of whoever is signed in (P6.5, GDPR article 21(5)), once for each person: a later
 * choice of their own is not undone by a signal that stands as it stood. After the first request of a session that costs a look into memory.
 */
export function createNoteSignal(core: PrivacyCore, logger: Logger): NoteSignal {
  const known = new LRUCache<string, true>({ max: KNOWN_SESSIONS });
  return (session) => {
    if (known.has(session.id)) return undefined;
    return objectBySignal(core, session).then(
      () => void known.set(session.id, true),
      (error: unknown) => {
        // The person's request is not to fail for it; the next one tries again.
        if (!(error instanceof PrivacyError && error.code === 'SUBJECT_NOT_ACTIVE'))
          logger.error({ err: error, code: 'SIGNAL_NOT_NOTED' }, 'a privacy signal was not recorded');
      },
    );
  };
}

async function objectBySignal(core: PrivacyCore, { accountId, subjectId }: CurrentSession): Promise<void> {
  const { main } = core.stores;
  if ((await main.em.fork().count(SignalObjection, { subjectId })) > 0) return;
  await main.em.fork().transactional(async (em) => {
    const subject = await lockConsents(core, em, subjectId);
    if ((await em.count(SignalObjection, { subjectId })) > 0) return;
    em.create(SignalObjection, { subjectId, account: em.getReference(Account, accountId) });
    await endConsents(core, em, subject, { accountId, purposes: CONSENT_PURPOSES, means: 'BROWSER_SIGNAL' });
  });
}
