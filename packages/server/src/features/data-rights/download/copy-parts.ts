import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { GrantItem, GrantSet } from '../../../privacy/access/grant.ts';
import { grantAccess } from '../../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { PrivacyError } from '../../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import { sealedField } from '../../../privacy/vault/field-registry.ts';
import { type CollectedRecord, collectPart } from '../holdings/collect-part.ts';
import { plainFact } from '../holdings/fact-text.ts';
import { DownloadPart } from './download-part.entity.ts';
import type { CopiedRecord, CopiedValue } from './part-content.ts';

/**
 * Copies what is held about the subjects of some parts, opened by the right of the person who asked for it, which they proved: nobody else
 * could. A subject who is erased meanwhile has no part any more.
 */
export async function copyParts(core: PrivacyCore, parts: readonly DownloadPart[], language: Language): Promise<void> {
  const collected = new Map<DownloadPart, CollectedRecord[]>();
  for (const part of parts) collected.set(part, await collectPart(core, part.subjectId));
  const grants = await grantAccess(core, {
    viewer: { kind: 'visitor', proofs: parts.map(({ subjectId }) => ({ subjectId, by: 'CODE' as const })) },
    purpose: 'DATA_RIGHTS',
    reason: 'DATA_REQUEST',
    items: [...collected].flatMap(([{ subjectId }, records]) => itemsOf(subjectId, records)),
  });
  for (const [part, records] of collected) {
    // SQLite answers at once: without a turn for each, somebody with many orders would keep the process from hearing anybody else.
    await nextTurn();
    await unlessErased(core, part, () => copyPart(core, part, records, grants, language));
  }
}

function itemsOf(subjectId: string, records: readonly CollectedRecord[]): GrantItem[] {
  return records.flatMap(({ registration, record }) =>
    record.values
      .filter(({ field }) => !registration.fields[field]?.withheld)
      .map(({ field }) => ({ subjectId, category: sealedField(field).category, coordinate: `download/${field}` })),
  );
}

async function copyPart(
  core: PrivacyCore,
  { id, subjectId }: DownloadPart,
  records: readonly CollectedRecord[],
  grants: GrantSet,
  language: Language,
): Promise<void> {
  const content = { records: records.map((one) => copyRecord(core, one, grants, language)) };
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    const part = await em.findOne(DownloadPart, { id });
    if (part) part.content = core.vault.seal(subject, 'download.content', id, content);
  });
}

function copyRecord(
  core: PrivacyCore,
  { registration, record }: CollectedRecord,
  grants: GrantSet,
  language: Language,
): CopiedRecord {
  const values = record.values.map(({ field, sealed, kept, text }): CopiedValue => {
    if (registration.fields[field]?.withheld) return { field, kept };
    const value = core.vault.open(sealed, grants.for(sealed.binding?.subjectId ?? '', sealedField(field).category));
    return { field, kept, value, text: text(value, language) };
  });
  const facts = Object.fromEntries(Object.entries(record.facts).map(([key, value]) => [key, plainFact(value)]));
  return { kind: registration.name, name: record.name, facts, values };
}

/** There is nothing to copy of somebody who is being erased: their part goes, and so would their rows. */
async function unlessErased(core: PrivacyCore, { id }: DownloadPart, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isGone = error instanceof PrivacyError && (error.code === 'ERASED' || error.code === 'SUBJECT_NOT_ACTIVE');
    if (!isGone) throw error;
    await core.stores.main.em.fork().nativeDelete(DownloadPart, { id });
  }
}
