import type { AccessHistoryEntry, HistoryViewer } from '@barrier/schema/data-rights/access-history.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import { vocabularyTexts } from '@barrier/schema/privacy/vocabulary-texts.ts';
import type { AccessReason, LoggedViewerKind } from '../../../privacy/access-log/access-event.ts';
import type { HistoryEntry } from '../../../privacy/access-log/read-history.ts';
import type { Words } from '../../../privacy/registry/download-registration.ts';
import { SEALED_FIELDS, type SealedFieldName, sealedField } from '../../../privacy/vault/field-registry.ts';
import { REASONS, VIEWERS } from './holdings-texts.ts';

/** An entry of the access log in words. */
export function describeEntry(
  { id, at, viewerKind, role, purpose, reason, coordinates, position }: HistoryEntry,
  markings: readonly Marking[],
  language: Language,
): AccessHistoryEntry {
  const texts = vocabularyTexts(language);
  const viewer = viewerKind.toUpperCase() as HistoryViewer;
  const categories = new Set(coordinates.flatMap((coordinate) => categoryAt(coordinate, markings) ?? []));
  return {
    id,
    at,
    viewer,
    viewerDescription: viewerText(viewerKind, role, language),
    // The log is as old as the shop: a word that it no longer has is shown as it stands there.
    purposeDescription: texts.purposes[purpose as Purpose] ?? purpose,
    reasonDescription: REASONS[reason as AccessReason]?.[language] ?? reason,
    categories: [...categories].map((category) => texts.categoryTitles[category]),
    coordinates: [...coordinates],
    position,
  };
}

/** A role that there is no word for is shown as the log has it. */
function viewerText(kind: LoggedViewerKind, role: string | null, language: Language): string {
  const name = role === null ? kind : `${kind}:${role}`;
  const words: Readonly<Record<string, Words | undefined>> = VIEWERS;
  return words[name]?.[language] ?? name;
}

/** The category of what stands at a coordinate: of a field of the schema, or of the sealed field named last (`egress:mail/order.email`). */
function categoryAt(coordinate: string, markings: readonly Marking[]): Category | null {
  const named = coordinate.slice(coordinate.lastIndexOf('/') + 1);
  const stored = `${named.charAt(0).toLowerCase()}${named.slice(1)}`;
  if (isSealedField(stored)) return sealedField(stored).category;
  return markings.find((marking) => marking.coordinate === coordinate)?.personal?.category ?? null;
}

function isSealedField(name: string): name is SealedFieldName {
  return Object.hasOwn(SEALED_FIELDS, name);
}
