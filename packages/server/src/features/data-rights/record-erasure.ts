import { ErasureRecord } from '../../privacy/erasure/erasure-record.entity.ts';
import { measureSubjects } from '../../privacy/erasure/measure-subjects.ts';
import { recordErasures } from '../../privacy/erasure/request-erasure.ts';
import { AccountSession } from '../accounts/account-session.entity.ts';
import { Mail } from '../mail/mail.entity.ts';
import type { Advance } from './erasure-advance.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import { moveRequest } from './erasure-lifecycle.ts';
import type { ErasureRequest } from './erasure-request.entity.ts';
import { subjectsOf } from './erasure-subjects.ts';
import { lockRequest } from './lock-request.ts';

/** How long the relay may be away before the address goes without a receipt; its other address, in the browser, stays. */
const GIVEN_UP_MS = 86_400_000;

/** Between two looks whether the relay has the mail (ms): soon at first, then less and less often. */
const [SHORTEST_WAIT_MS, LONGEST_WAIT_MS] = [1_000, 300_000];

/** How long until it is looked again whether another request is done with what both are about. */
const AFTER_ANOTHER_MS = 60_000;

/**
 * Once the relay has the receipt, or was given up, counts what there is, ends all sessions and puts every subject on record to be erased: in one
 * transaction, after which nothing stops it. What another request is erasing, such as that of one order of an account, it finishes first: a
 * receipt must not say of a subject that they are gone while somebody else still has to see to it.
 */
export const recordErasure: Advance = async (deps, request, { onStep }) => {
  const { core } = deps;
  const waiting = await waitForRelay(deps, request);
  if (waiting) return waiting;
  const { main } = core.stores;
  const measure = await measureSubjects(core.registry, main.em.fork(), await subjectsOf(main.em.fork(), request));
  const isRecorded = await main.em.fork().transactional(async (em) => {
    const locked = await lockRequest(em, request.id);
    if (locked?.state !== 'MAILING') return true;
    const withAnother = { subjectId: { $in: await subjectsOf(em, locked) }, batchId: { $ne: null }, executedAt: null };
    if ((await em.count(ErasureRecord, withAnother)) > 0) return false;
    // First, so that an order that comes to the account at this moment is among them, or does not come to it any more.
    await em.nativeDelete(AccountSession, { subjectId: locked.subjectId });
    const subjectIds = await subjectsOf(em, locked);
    moveRequest(locked, 'ERASING');
    locked.measure = measure;
    await recordErasures(em, subjectIds, { requestedAt: locked.requestedAt, batchId: locked.id });
    return true;
  });
  if (!isRecorded) return new Date(core.clock.now().getTime() + AFTER_ANOTHER_MS);
  onStep?.('RECORDED');
  return null;
};

/** When to look again; null if there is nothing to wait for. A mail that is sent has no row, one of the demo is spooled. */
async function waitForRelay({ core, logger }: ErasureDeps, { mailId, mailedAt }: ErasureRequest): Promise<Date | null> {
  if (mailId == null || mailedAt == null) return null;
  const queued = await core.stores.main.em.fork().count(Mail, { id: mailId, state: 'QUEUED' });
  if (queued === 0) return null;
  const now = core.clock.now().getTime();
  const since = now - mailedAt.getTime();
  if (since >= GIVEN_UP_MS) {
    logger?.warn({ code: 'RECEIPT_NOT_MAILED' }, 'an erasure goes on without its receipt: no relay took the mail');
    return null;
  }
  return new Date(now + Math.min(Math.max(since / 2, SHORTEST_WAIT_MS), LONGEST_WAIT_MS));
}
