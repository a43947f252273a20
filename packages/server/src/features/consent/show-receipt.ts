import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { validate } from 'uuid';
import { PublicError } from '../../platform/errors.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import { agreementsInForce } from '../../privacy/egress/agreements-in-force.ts';
import { requireSession } from '../accounts/require-session.ts';
import type { ConsentContext } from './consent-context.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { openRecord } from './consent-values.ts';
import { type ReceiptParts, writeReceipt } from './write-receipt.ts';

/** The receipt of one of the customer's records. @throws {PublicError} UNAUTHENTICATED; NOT_FOUND, alike for one that is somebody else's. */
export async function showReceipt(context: ConsentContext, id: string): Promise<ConsentReceipt> {
  const { core, seller, publicUrl } = context;
  const { subjectId } = requireSession(context);
  const record = validate(id) ? await core.stores.main.em.fork().findOne(ConsentRecord, { id, subjectId }) : null;
  if (!record) throw new PublicError('NOT_FOUND', 'There is no such record among yours.');
  const agreements = await agreementsInForce(core);
  return new ConsentReceipt(record, {
    seller,
    publicUrl,
    days: core.registry.retentionDays.CONSENT,
    processors: agreements.filter(({ purposes }) => purposes.includes(record.purpose)).map(({ party }) => party),
    now: core.clock.now(),
  });
}

/** A receipt, written at the door (D7). */
class ConsentReceipt {
  constructor(
    private readonly record: ConsentRecord,
    private readonly parts: Omit<ReceiptParts, 'record' | 'given' | 'ended'>,
  ) {}

  async answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    const { record, parts } = this;
    const { decision, given, ended } = await openRecord(record, session, mark, coordinate, parts.days);
    const isRevealed = decision.access === 'REVEALED';
    return {
      ...decision,
      text: isRevealed ? JSON.stringify(writeReceipt({ ...parts, record, given, ended }), null, 2) : null,
    };
  }
}
