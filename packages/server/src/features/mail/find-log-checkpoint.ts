import { ownSql } from '../../platform/orm/own-sql.ts';
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
  const [known] = await ownSql(core.stores.log).run<{ entries: number; head: Uint8Array | null }>(
    'select entries, head from subject_pseudonym where subject_id = ? and pseudonym is not null',
    [subjectId],
  );
  if (!known?.head) return null;
  return { sequence: known.entries, hash: Buffer.from(known.head).toString('hex') };
}
