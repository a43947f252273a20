import type { PrivacyCore } from '../../privacy/core.ts';
import { MAIL_LIMIT_WINDOW_MS } from './mail-limit.ts';
import { MailThrottle } from './mail-throttle.entity.ts';

/** Deletes counts of mails whose day is over; the mails themselves are cleaned up by the retention run (P4.5). */
export async function sweepMail(core: PrivacyCore): Promise<void> {
  const before = new Date(core.clock.now().getTime() - MAIL_LIMIT_WINDOW_MS);
  await core.stores.main.em.fork().nativeDelete(MailThrottle, { queuedAt: { $lt: before } });
}
