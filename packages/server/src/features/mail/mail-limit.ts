import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { lockName } from '../../platform/orm/lock-name.ts';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { mailboxOf } from '../../privacy/blind-index/mailbox-of.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { CountedMailKind } from './mail-kind.ts';

/** How long a mail counts, in ms. */
export const MAIL_LIMIT_WINDOW_MS = 86_400_000;

/**
 * How many mails of a kind a mailbox gets within a day, with whatever +tag it is written and whoever ordered in its name (D15). What somebody has paid for is
 * hardly limited; what anybody can cause for nothing is.
 */
const LIMITS: Readonly<Record<CountedMailKind, number>> = {
  CONFIRMATION: 50,
  REFUNDED: 50,
  PAYMENT_LAPSED: 3,
  CODE: 10,
  SIGN_IN_CODE: 10,
  ERASURE_NOTICE: 10,
  ERASURE_RECEIPT: 50,
  EMAIL_CHANGE: 10,
  EMAIL_CHANGED: 10,
  UNUSED_ACCOUNT: 2,
  SECURITY_NOTICE: 50,
  DOWNLOAD_READY: 5,
};

/** A mail to be counted. */
export interface CountedMail {
  readonly subjectId: string;
  readonly kind: CountedMailKind;
  readonly to: string;
}

/**
 * Counts a mail in the caller's transaction; false if the address has had enough of its kind for today. Mails of a kind to the same
 * address queue up here, so that many at once are counted like many in a row.
 */
export async function countMail(core: PrivacyCore, em: SqlEntityManager, mail: CountedMail): Promise<boolean> {
  const { kind, subjectId, to } = mail;
  const now = core.clock.now();
  const sql = sqlIn(em);
  const { run, dialect } = sql;
  const candidates = core.blindIndex.candidates('mail.throttle', mailboxOf(to));
  await lockName(sql, `mail.throttle/${kind}/${candidates[0]}`);
  const since = storedMoment(new Date(now.getTime() - MAIL_LIMIT_WINDOW_MS), dialect);
  const [sent] = await run<{ mails: number | string }>(
    `select count(*) as mails from mail_throttle
      where kind = ? and queued_at > ? and address_index in ${placeholders(candidates.length)}`,
    [kind, since, ...candidates],
  );
  if (Number(sent?.mails) >= LIMITS[kind]) return false;
  const addressIndex = core.blindIndex.ofEmail('mail.throttle', mailboxOf(to));
  await run('insert into mail_throttle (id, subject_id, address_index, kind, queued_at) values (?, ?, ?, ?, ?)', [
    uuidv4(),
    subjectId,
    addressIndex,
    kind,
    storedMoment(now, dialect),
  ]);
  return true;
}
