import type { Language } from '@barrier/schema/market/market.type.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import type { HeldRecord, RegisteredDownload } from '../../../privacy/registry/download-registration.ts';
import { NAMELESS } from './holdings-texts.ts';

/** A record with the registration that knows how it reads. */
export interface CollectedRecord {
  readonly registration: RegisteredDownload;
  readonly record: HeldRecord;
}

/**
 * All that is held about one subject, by the registry of downloads, so that what a new feature registers is among it.
 * @throws if a registration answers a value of a field that it has no words for.
 */
export async function collectPart(
  { registry, stores }: Pick<PrivacyCore, 'registry' | 'stores'>,
  subjectId: string,
): Promise<CollectedRecord[]> {
  const em = stores.main.em.fork();
  const collected: CollectedRecord[] = [];
  for (const registration of registry.downloads) {
    for (const record of await registration.collect(em, subjectId)) {
      const unknown = record.values.find(({ field }) => !registration.fields[field]);
      if (unknown) throw new Error(`The download of ${registration.name} has no words for ${unknown.field}.`);
      collected.push({ registration, record });
    }
  }
  return collected;
}

/** What a part is called, by the record that says what the subject is to the shop. */
export function partTitle(
  records: readonly { readonly leads: boolean; readonly title: string; readonly name: string | null }[],
  language: Language,
): string {
  const leading = records.find(({ leads }) => leads) ?? records[0];
  return leading ? [leading.title, leading.name].filter(Boolean).join(' ') : NAMELESS[language];
}
