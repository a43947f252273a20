import { systemClock } from '../../src/platform/clock/clock.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { rotateKeys } from '../../src/privacy/keys/rotate-keys.ts';
import { PrivacyError } from '../../src/privacy/privacy-error.ts';
import { runRetention } from '../../src/privacy/retention/run-retention.ts';
import { createSubject, prepareSubject } from '../../src/privacy/subjects/create-subject.ts';
import { lockActiveSubject } from '../../src/privacy/subjects/lock-active-subject.ts';
import { openStores, type StoreUrls } from '../stores/open-stores.ts';
import { LetterSchema } from './letter.entity.ts';
import { addLetter, loadLetter, openAsMail, openTestCore, registerLetterRetention } from './open-test-core.ts';

/** What a second process is asked to do; it answers each request with one message. */
export type CoreRequest =
  /** Erases, and kills itself with SIGKILL right after the step; `BEGIN` is before the first. */
  | { readonly task: 'erase'; readonly subjectId: string; readonly dieAt: string | null }
  /** Creates a subject with a letter, and kills itself at the point named. */
  | { readonly task: 'create'; readonly dieAt: 'KEY' | 'ROW' }
  /** Opens a letter's e-mail; answers the text or the code of the error. */
  | { readonly task: 'open'; readonly letterId: string }
  /** Adds letters for a subject until it is refused; answers the code of the refusal. */
  | { readonly task: 'write-on'; readonly subjectId: string }
  /** Locks the subject, says so, waits for `commit`, then writes. */
  | { readonly task: 'write-slowly'; readonly subjectId: string }
  | { readonly task: 'commit' }
  /** Appends to the log without end, telling each sequence number once it is acknowledged. */
  | { readonly task: 'append'; readonly subjectId: string }
  /** Runs the retention rules, all letters being due, and kills itself after the first such step, or never. */
  | { readonly task: 'retain'; readonly dieAt: 'VALUES' | 'SPENT' | null }
  /** Rotates the keys, and kills itself after so many batches. */
  | { readonly task: 'rotate'; readonly dieAfter: number | null };

const [urls, dataDir] = JSON.parse(process.argv[2] ?? '') as [StoreUrls, string];
const stores = await openStores(urls, { entities: [LetterSchema] });
const core = await openTestCore({ ...stores, urls, dataDir }, systemClock);
let commit: () => void = () => undefined;

process.on('message', (request: CoreRequest) => {
  run(core, request).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ answer: error instanceof PrivacyError ? error.code : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ answer: 'ready' });

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function run(core: PrivacyCore, request: CoreRequest): Promise<unknown> {
  switch (request.task) {
    case 'erase': {
      if (request.dieAt === 'BEGIN') die();
      await eraseSubject(core, request.subjectId, { onStep: (step) => step === request.dieAt && die() });
      return 'erased';
    }
    case 'create': {
      const prepared = await prepareSubject(core, 'GUEST_ORDER');
      process.send?.({ answer: prepared.id });
      if (request.dieAt === 'KEY') die();
      await core.stores.main.em.fork().transactional(async (em) => {
        addLetter(core, em, createSubject(em, prepared));
        await em.flush();
        die();
      });
      return 'created';
    }
    case 'open':
      return openAsMail(core, (await loadLetter(core, request.letterId)).email);
    case 'write-on': {
      process.send?.({ answer: 'writing' });
      for (;;) await write(core, request.subjectId);
    }
    case 'write-slowly': {
      const told = new Promise<void>((resolve) => {
        commit = resolve;
      });
      await write(core, request.subjectId, () => {
        process.send?.({ answer: 'locked' });
        return told;
      });
      return 'written';
    }
    case 'commit':
      commit();
      return 'told';
    case 'append': {
      const event = {
        subjectId: request.subjectId,
        viewerKind: 'system',
        viewerId: 'test',
        role: null,
        purpose: 'ORDER_PROCESSING',
        reason: 'MAIL',
        caseId: null,
        coordinates: ['Letter.email'],
      } as const;
      const forever = async () => {
        for (;;) process.send?.({ answer: (await core.accessLog.append([event])).sequences[0] });
      };
      return Promise.all(Array.from({ length: 10 }, forever));
    }
    case 'retain': {
      registerLetterRetention(core);
      await runRetention(core, {
        onStep: (step) => {
          if (step === request.dieAt) die();
        },
      });
      return 'retained';
    }
    case 'rotate': {
      let batches = 0;
      await rotateKeys(core, {
        onProgress: () => {
          batches += 1;
          if (batches === request.dieAfter) die();
        },
      });
      return 'rotated';
    }
  }
}

async function write(core: PrivacyCore, subjectId: string, locked?: () => Promise<void>): Promise<void> {
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    await locked?.();
    addLetter(core, em, subject);
  });
}
