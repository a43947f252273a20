import type { ErasureScope } from '@barrier/schema/data-rights/erasure-state.ts';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import { issueOrderLink } from '../orders/issue-order-link.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import { openErasureReader } from './erasure-reader.ts';
import { erasureTexts } from './erasure-texts.ts';

/** Tells somebody by mail that an erasure is scheduled, until when and how it can be cancelled, or that it was. */
export async function mailErasureNotice(
  { core, publicUrl, seller }: ErasureDeps,
  run: Pick<JobRun, 'payload' | 'completeIn'>,
): Promise<void> {
  const { subjectId = '', scope, notice, dueAt } = run.payload;
  const reader = await openErasureReader(core, { subjectId, scope: scope as ErasureScope });
  if (!reader) return;
  const { to, language, orderId } = reader;
  const texts = erasureTexts(language);
  try {
    await core.stores.main.em.fork().transactional(async (em) => {
      await run.completeIn(em);
      const subject = await lockActiveSubject(core, em, subjectId);
      const shop = `${publicUrl}/${language.toLowerCase()}`;
      const page = orderId
        ? `${shop}/your-data#${await issueOrderLink(em, orderId, core.clock.now())}`
        : `${shop}/account/privacy`;
      const said = notice === 'CANCELLED' ? texts.cancelled : texts.scheduled(new Date(dueAt ?? 0), seller.timeZone);
      await queueNotice(core, em, subject, {
        kind: 'ERASURE_NOTICE',
        to,
        language,
        subject: said.subject,
        title: said.title,
        blocks: [
          ...said.text.map((text) => ({ kind: 'paragraph' as const, text })),
          { kind: 'link', label: said.link, href: page },
          { kind: 'small', text: said.note },
        ],
        publicUrl,
        seller,
        about: orderId ? 'ORDER' : 'ACCOUNT',
      });
    });
  } catch (error) {
    // Erased since it was opened: there is nobody left to write to.
    if (!(error instanceof PrivacyError && ['SUBJECT_NOT_ACTIVE', 'ERASED'].includes(error.code))) throw error;
  }
}
