import { dayOf } from '../../platform/clock/clock.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from './account.entity.ts';
import type { OwnSession } from './account-context.ts';
import { AccountSession } from './account-session.entity.ts';
import { ownSubjects } from './own-subjects.ts';
import { hourOf, sessionEnd } from './start-session.ts';

/** The session of a token; null if it is unknown, over or revoked. That it is used is noted once an hour. */
export async function findSession(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  token: string,
): Promise<OwnSession | null> {
  const now = clock.now();
  const em = stores.main.em.fork();
  const session = await em.findOne(
    AccountSession,
    { tokenHash: hashOfToken(token), expiresAt: { $gt: now }, account: { state: 'ACTIVE' } },
    { populate: ['account'], strategy: 'joined' },
  );
  if (!session) return null;
  const { id, createdAt, provedAt, account } = session;
  const subjectIds = await ownSubjects(em, account);
  const hour = hourOf(now);
  if (session.lastUsedAt < hour) {
    await em.nativeUpdate(AccountSession, { id }, { lastUsedAt: hour, expiresAt: sessionEnd(createdAt, now) });
    await em.nativeUpdate(Account, { id: account.id }, { lastUsedOn: dayOf(now), noticesSent: 0 });
  }
  return { id, accountId: account.id, subjectId: account.subjectId, provedAt, subjectIds };
}
