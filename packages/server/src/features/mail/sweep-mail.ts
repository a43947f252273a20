import type { PrivacyCore } from '../../privacy/core.ts';
import { Mail } from './mail.entity.ts';
import { MAIL_LIMIT_WINDOW_MS } from './mail-limit.ts';
import { MailThrottle } from './mail-throttle.entity.ts';

/** How long a mail is kept that was spooled, or that no relay took, in ms. */
export const MAIL_KEPT_MS = 7 * 86_400_000;

/** Deletes mails and counts of mails whose time is over (P4.5). */
export async function sweepMail(core: PrivacyCore): Promise<void> {
  const now = core.clock.now().getTime();
  const em = core.stores.main.em.fork();
  await em.nativeDelete(Mail, { queuedAt: { $lt: new Date(now - MAIL_KEPT_MS) } });
  await em.nativeDelete(MailThrottle, { queuedAt: { $lt: new Date(now - MAIL_LIMIT_WINDOW_MS) } });
}
