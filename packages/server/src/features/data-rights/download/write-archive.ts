import type { Language } from '@barrier/schema/market/market.type.ts';
import { ZipWriter } from '../../../platform/zip/zip-writer.ts';
import { readHistory } from '../../../privacy/access-log/read-history.ts';
import { agreementsInForce } from '../../../privacy/egress/agreements-in-force.ts';
import type { RegisteredDownload } from '../../../privacy/registry/download-registration.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import { describeEntry } from '../holdings/describe-entry.ts';
import { fieldTermsOf } from '../holdings/field-terms-of.ts';
import { archiveCsv, archiveHistoryCsv } from './archive-csv.ts';
import type { ArchiveField, ArchiveSubject } from './archive-file.ts';
import { archiveHtml } from './archive-html.ts';
import { archiveJson } from './archive-json.ts';
import type { DataDownload } from './data-download.entity.ts';
import type { DownloadDeps } from './download-deps.ts';
import { DownloadPart } from './download-part.entity.ts';
import { openParts } from './open-parts.ts';

/** Entries of the access log that are in memory at a time. */
const ENTRIES_AT_ONCE = 200;

/**
 * Writes the ZIP of a copy piece by piece: however much somebody bought, a few of their parts are in memory at a time, and, packed, what
 * is written of the files after the first.
 */
export async function* writeArchive(deps: DownloadDeps, download: DataDownload): AsyncGenerator<Uint8Array> {
  const subject = await describeSubject(deps, download);
  const zip = new ZipWriter(download.requestedAt);
  const files = [
    archiveHtml(subject),
    archiveJson(subject),
    ...[...subject.registrations.values()].map((registration) => archiveCsv(registration)),
    archiveHistoryCsv(),
  ].map((file) => ({ ...file, zipped: zip.add(file.name) }));
  const writeAll = (text: (file: (typeof files)[number]) => string) => {
    for (const file of files) {
      const written = text(file);
      if (written !== '') file.zipped.write(written);
    }
    return zip.take();
  };
  yield* writeAll(({ head }) => head);
  for await (const part of openParts(deps.core, download.id)) yield* writeAll((file) => file.part(part));
  yield* writeAll(({ beforeHistory }) => beforeHistory);
  for await (const entry of historyOf(deps, download)) {
    const described = describeEntry(entry, deps.markings(), download.language);
    yield* writeAll((file) => file.entry(described));
  }
  yield* writeAll(({ foot }) => foot);
  for (const { zipped } of files) zipped.end();
  zip.end();
  yield* zip.take();
}

async function describeSubject(
  { core, markings }: DownloadDeps,
  { language, requestedAt }: DataDownload,
): Promise<ArchiveSubject> {
  const { downloads } = core.registry;
  return {
    language,
    made: requestedAt,
    registrations: new Map(downloads.map((registration) => [registration.name, registration])),
    fields: downloads.flatMap((registration) => fieldsOf(registration, language)),
    termsOf: fieldTermsOf(markings(), await agreementsInForce(core), language),
  };
}

function fieldsOf({ title, fields }: RegisteredDownload, language: Language): ArchiveField[] {
  const names = Object.keys(fields) as SealedFieldName[];
  return names.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const { label, withheld } = field;
    return [{ name, label: label[language], record: title[language], ...(withheld ? { withheld } : {}) }];
  });
}

/** Who looked, newest first, up to now: that of the copy itself is among it. */
async function* historyOf({ core }: DownloadDeps, { id }: DataDownload) {
  const parts = await core.stores.main.em.fork().find(DownloadPart, { download: id }, { fields: ['subjectId'] });
  const subjectIds = parts.map(({ subjectId }) => subjectId);
  let after: string | null = null;
  for (;;) {
    const entries = await readHistory(core.stores.log, { subjectIds, limit: ENTRIES_AT_ONCE, after });
    yield* entries ?? [];
    if (!entries || entries.length < ENTRIES_AT_ONCE) return;
    after = entries.at(-1)?.id ?? null;
  }
}
