import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import { erasureHold } from '../../privacy/erasure/erasure-hold.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { findLogCheckpoint, type LogCheckpoint } from '../mail/find-log-checkpoint.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import { mailTexts } from '../mail/texts/mail-texts.ts';
import type { Advance } from './erasure-advance.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import { moveRequest } from './erasure-lifecycle.ts';
import { type ErasureReader, openErasureReader } from './erasure-reader.ts';
import { subjectsOf } from './erasure-subjects.ts';
import { erasureTexts } from './erasure-texts.ts';
import { issueReceiptLink } from './issue-receipt-link.ts';
import { lockRequest } from './lock-request.ts';

/** How often it is looked whether what must be finished first is finished. */
const LOOK_AGAIN_MS = 10 * 60_000;

/**
 * Begins an erasure whose time has come, unless an order is under way: that is finished first, and until then it can be cancelled. The mail
 * with the receipt is written in the transaction from which on it cannot.
 */
export const beginErasure: Advance = async (deps, request, { onStep }) => {
  const { core } = deps;
  const now = core.clock.now();
  if (request.dueAt > now) return request.dueAt;
  const { subjectId, scope } = request;
  if (subjectId == null) return null;
  const soon = new Date(now.getTime() + LOOK_AGAIN_MS);
  // Looked at first, so that nobody's address is opened each time in vain.
  if (await isUnderWay(core, core.stores.main.em.fork(), await subjectsOf(core.stores.main.em.fork(), request)))
    return soon;
  const reader = await openErasureReader(core, { scope, subjectId });
  const checkpoint = await findLogCheckpoint(core, subjectId);
  const begun = await core.stores.main.em.fork().transactional(async (em) => {
    const locked = await lockRequest(em, request.id);
    if (locked?.state !== 'SCHEDULED' || locked.dueAt > now) return true;
    if (await isUnderWay(core, em, await subjectsOf(em, locked))) return false;
    moveRequest(locked, 'MAILING');
    locked.mailedAt = now;
    locked.checkpoint = checkpoint;
    locked.mailId = reader ? await queueReceipt(deps, em, locked.id, reader, checkpoint) : null;
    await em.flush();
    return true;
  });
  if (!begun) return soon;
  onStep?.('MAILED');
  return null;
};

async function isUnderWay(core: PrivacyCore, em: SqlEntityManager, subjectIds: readonly string[]): Promise<boolean> {
  for (const id of subjectIds) if ((await erasureHold(core.registry, em, id)) === 'UNDER_WAY') return true;
  return false;
}

/** Null if there is nobody to write to any more, or the address has had too many of them today: then it is erased without. */
async function queueReceipt(
  { core, publicUrl, seller }: ErasureDeps,
  em: SqlEntityManager,
  requestId: string,
  { to, language, orderId, subjectId }: ErasureReader,
  checkpoint: LogCheckpoint | null,
): Promise<string | null> {
  const token = await issueReceiptLink(em, requestId);
  const { receipt } = erasureTexts(language);
  const texts = mailTexts(language);
  try {
    const subject = await lockActiveSubject(core, em, subjectId);
    return await queueNotice(core, em, subject, {
      kind: 'ERASURE_RECEIPT',
      to,
      language,
      subject: receipt.subject,
      title: receipt.title,
      blocks: [
        ...receipt.text.map((text) => ({ kind: 'paragraph' as const, text })),
        { kind: 'link', label: receipt.link, href: `${publicUrl}/${language.toLowerCase()}/erasure-receipt#${token}` },
        { kind: 'small', text: receipt.note },
        ...(checkpoint
          ? [
              { kind: 'heading' as const, text: texts.checkpoint.title },
              { kind: 'small' as const, text: texts.checkpoint.text(String(checkpoint.sequence)) },
              { kind: 'record' as const, text: `${checkpoint.sequence} ${checkpoint.hash}` },
            ]
          : []),
      ],
      publicUrl,
      seller,
      about: orderId ? 'ORDER' : 'ACCOUNT',
    });
  } catch (error) {
    if (error instanceof PrivacyError && ['SUBJECT_NOT_ACTIVE', 'ERASED'].includes(error.code)) return null;
    throw error;
  }
}
