import { stringify } from 'csv-stringify/sync';
import type { RegisteredDownload } from '../../../privacy/registry/download-registration.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import { decimalText, type PlainFact } from '../holdings/fact-text.ts';
import type { ArchiveFile } from './archive-file.ts';
import type { CopiedRecord } from './part-content.ts';

/** So that programs for tables read it as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** `orders.csv` and the like: a line for each record of a kind, with the day until which each value is kept. */
export function archiveCsv({ name, facts, fields }: RegisteredDownload): ArchiveFile {
  const factKeys = Object.keys(facts);
  const fieldNames = Object.keys(fields) as SealedFieldName[];
  const columns = fieldNames.flatMap((field) => [shortName(field), `${shortName(field)}KeptUntil`]);
  return {
    name: `${name}.csv`,
    head: BYTE_ORDER_MARK + line(['record', ...factKeys, ...columns]),
    part: ({ records }) =>
      records
        .filter(({ kind }) => kind === name)
        .map((record) =>
          line([
            record.name ?? '',
            ...factKeys.map((key) => cellOf(record.facts[key] ?? null)),
            ...fieldNames.flatMap((field) => valueCells(record, field)),
          ]),
        )
        .join(''),
    beforeHistory: '',
    entry: () => '',
    foot: '',
  };
}

/** `access-history.csv`: who looked. */
export function archiveHistoryCsv(): ArchiveFile {
  return {
    name: 'access-history.csv',
    head:
      BYTE_ORDER_MARK + line(['at', 'viewer', 'who', 'purpose', 'occasion', 'categories', 'coordinates', 'position']),
    part: () => '',
    beforeHistory: '',
    entry: (entry) =>
      line([
        entry.at,
        entry.viewer,
        entry.viewerDescription,
        entry.purposeDescription,
        entry.reasonDescription,
        entry.categories.join(', '),
        entry.coordinates.join(' '),
        String(entry.position),
      ]),
    foot: '',
  };
}

/** What a spreadsheet would run as a formula is marked as a text (OWASP, CSV injection); a text of several lines stays one cell. */
function line(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function valueCells({ values }: CopiedRecord, field: SealedFieldName): [string, string] {
  const value = values.find((one) => one.field === field);
  return value ? [value.text ?? '***', value.kept.until ?? ''] : ['', ''];
}

function cellOf(fact: PlainFact): string {
  if (fact === null) return '';
  return typeof fact === 'object' ? decimalText(fact) : String(fact);
}

function shortName(field: SealedFieldName): string {
  return field.slice(field.indexOf('.') + 1);
}
