import type { ErasurePayload } from '@barrier/schema/data-rights/erasure.result.ts';
import type { RequestErasureInput } from '@barrier/schema/data-rights/rights.input.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { lockSubjectRow } from '../../privacy/subjects/lock-active-subject.ts';
import { dataRightsError } from './data-rights-errors.ts';
import { DataRightsJob } from './data-rights-job.ts';
import { ErasureRequest } from './erasure-request.entity.ts';
import { issueReceiptLink } from './issue-receipt-link.ts';
import type { PersonContext } from './require-person.ts';
import { type RightsTarget, requireTarget } from './rights-target.ts';
import { showStanding } from './show-standing.ts';

/** For how long an erasure can be cancelled, unless it is asked for at once. */
export const ERASURE_WINDOW_DAYS = 7;

const WINDOW_MS = ERASURE_WINDOW_DAYS * 86_400_000;

/**
 * Puts the erasure of an account with all its orders, or of one order, on record (P4.6): it begins after a week, or at once if that is asked
 * for. Asked for again it stays as it is, or is brought forward. Needs a fresh proof, since it cannot be undone.
 */
export async function scheduleErasure(context: PersonContext, input: RequestErasureInput): Promise<ErasurePayload> {
  const target = await requireTarget(context, input);
  if (!target.fresh) {
    return { standing: null, receiptToken: null, userErrors: [dataRightsError('NOT_FRESH', input.language)] };
  }
  const receiptToken = await context.core.stores.main.em
    .fork()
    .transactional((em) => schedule(em, target, input, context.core.clock.now()));
  return { standing: await showStanding(context, target), receiptToken, userErrors: [] };
}

/** Answers what leads to the receipt, if it is done at once. */
async function schedule(
  em: SqlEntityManager,
  { scope, leadId: subjectId }: RightsTarget,
  { atOnce, language }: RequestErasureInput,
  now: Date,
): Promise<string | null> {
  await lockName(sqlIn(em), `erasure/${subjectId}`);
  const known = await em.findOne(ErasureRequest, { subjectId });
  const begins = atOnce ? now : new Date(now.getTime() + WINDOW_MS);
  if (known && (known.state !== 'SCHEDULED' || !atOnce || known.dueAt <= now)) return null;
  if (!known) await lockSubjectRow(em, subjectId);
  const request = known ?? em.create(ErasureRequest, newRequest(subjectId, scope, language, now, begins));
  request.dueAt = begins;
  await em.flush();
  await enqueueJob(em, {
    kind: DataRightsJob.ADVANCE_ERASURE,
    payload: { requestId: request.id },
    ...(atOnce ? {} : { runAt: begins }),
  });
  if (atOnce) return issueReceiptLink(em, request.id);
  await enqueueJob(em, {
    kind: DataRightsJob.MAIL_ERASURE_NOTICE,
    payload: { subjectId, scope, notice: 'SCHEDULED', dueAt: begins.toISOString() },
  });
  return null;
}

function newRequest(
  subjectId: string,
  scope: RightsTarget['scope'],
  language: RequestErasureInput['language'],
  requestedAt: Date,
  dueAt: Date,
) {
  return { id: uuidv4(), subjectId, scope, state: 'SCHEDULED' as const, language, requestedAt, dueAt, scans: 0 };
}
