import { SubjectPseudonym } from '../../privacy/access-log/subject-pseudonym.entity.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

/** Where a subject's chain in the access log stands (D8). */
export interface LogCheckpoint {
  /** The subject's own sequence number of their newest entry, from 1. */
  readonly sequence: number;
  /** Its leaf hash, hex. */
  readonly hash: string;
}

/** The newest entry about a subject, to be written down where the shop cannot change it; null if there is none. */
export async function findLogCheckpoint(core: PrivacyCore, subjectId: string): Promise<LogCheckpoint | null> {
  const known = await core.stores.log.em.fork().findOne(SubjectPseudonym, { subjectId });
  if (!known?.head || !known.pseudonym) return null;
  return { sequence: known.entries, hash: Buffer.from(known.head).toString('hex') };
}
