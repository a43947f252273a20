import type { Language } from '@barrier/schema/market/market.type.ts';
import { inLanguage } from '../localised-text.ts';
import type { GroupData } from '../write-catalogue.ts';

/** The categories and collections that there are, found by what a file calls them. */
export class GroupBook {
  private readonly groups: Map<string, GroupData>;

  constructor(
    groups: readonly GroupData[],
    private readonly language: Language,
  ) {
    this.groups = new Map(groups.map((group) => [group.handle, group]));
  }

  /** The group of a kind with a title or handle, or a new one that is not yet in the book; null for an empty name. */
  named(name: string, kind: GroupData['kind']): GroupData | null {
    const handle = slugOf(name);
    if (handle === '') return null;
    const wanted = name.trim().toLowerCase();
    const ofKind = [...this.groups.values()].filter((group) => group.kind === kind);
    return (
      ofKind.find(({ title }) => inLanguage(title, this.language).toLowerCase() === wanted) ??
      ofKind.find((group) => group.handle === handle) ?? {
        // A collection may well be called like a category.
        handle: this.groups.has(handle) ? `${handle}-${kind.toLowerCase()}` : handle,
        kind,
        position: ofKind.length,
        title: { [this.language]: name.trim() },
        description: {},
      }
    );
  }

  /** The title of a group in the book's language. */
  titleOf(handle: string): string {
    const group = this.groups.get(handle);
    return group ? inLanguage(group.title, this.language) : handle;
  }

  /** Whether the book has a group of a kind with a handle. */
  has(handle: string, kind: GroupData['kind']): boolean {
    return this.groups.get(handle)?.kind === kind;
  }

  /** Puts a group into the book; answers whether it is new there. */
  add(group: GroupData): boolean {
    if (this.groups.has(group.handle)) return false;
    this.groups.set(group.handle, group);
    return true;
  }
}

/** A name as part of an address: lower case, letters and digits of any writing, hyphens between. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 200);
}
