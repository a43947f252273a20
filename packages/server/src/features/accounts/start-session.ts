import { dayOf } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { AccountSession } from './account-session.entity.ts';
import { lockAsProven } from './lock-as-proven.ts';
import { ownSubjects } from './own-subjects.ts';

const DAY_MS = 86_400_000;

/** How long a session lasts that is not used, and any session at all. */
export const IDLE_DAYS = 30;
export const LONGEST_DAYS = 180;

/** Until when a session lasts that began at one moment and is used at another. */
export function sessionEnd(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + IDLE_DAYS * DAY_MS, createdAt.getTime() + LONGEST_DAYS * DAY_MS));
}

/** The hour of a moment: all that is kept of when somebody was here. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);
}

/**
 * Signs the browser in: a new token, whatever it had before, so that a token that was planted there is worth nothing. The session that
 * it had ends.
 * @param account as it was when its holder proved to be that
 * @throws {PublicError} UNAUTHENTICATED if what they proved it by was changed since
 */
export async function startSession(context: AccountContext, account: Account, device: string | null): Promise<void> {
  const { core } = context;
  const before = context.currentSession();
  const now = core.clock.now();
  const id = newId();
  const token = newToken();
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, account.subjectId);
    await lockAsProven(em, account);
    if (before) await em.nativeDelete(AccountSession, { id: before.id });
    await em.nativeUpdate(Account, { id: account.id }, { lastUsedOn: dayOf(now), noticesSent: 0 });
    em.create(AccountSession, {
      id,
      account: em.getReference(Account, account.id),
      subjectId: account.subjectId,
      tokenHash: hashOfToken(token),
      device: device ? core.vault.seal(subject, 'session.device', id, device) : null,
      createdAt: now,
      provedAt: now,
      lastUsedAt: hourOf(now),
      expiresAt: sessionEnd(now, now),
    });
  });
  const subjectIds = await ownSubjects(core.stores.main.em.fork(), account);
  context.setSession(token, { id, accountId: account.id, subjectId: account.subjectId, provedAt: now, subjectIds });
}
