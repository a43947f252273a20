import type { Language } from '@barrier/schema/market/market.type.ts';
import { inLanguage } from '../localised-text.ts';
import type { GroupData } from '../write-catalogue.ts';
import { NameBook } from './name-book.ts';

type Kind = GroupData['kind'];

/** A category or collection as a file states it; without a position it keeps the one it has, or comes last. */
export type GroupDraft = Omit<GroupData, 'position'> & { readonly position: number | null };

/** The categories and collections that there are, found by what a file calls them. */
export class GroupBook {
  private readonly books: Readonly<Record<Kind, NameBook<GroupData>>>;
  private next = 0;

  constructor(
    groups: readonly GroupData[],
    private readonly language: Language,
  ) {
    this.books = { CATEGORY: this.bookOf('CATEGORY'), COLLECTION: this.bookOf('COLLECTION') };
    for (const group of groups) this.put(group);
  }

  /** The group of a kind with a title or handle, or a new one; null for a name without letters and digits. */
  named(name: string, kind: Kind): GroupData | null {
    return this.books[kind].named(name);
  }

  /** What a file calls a group in the book's language. */
  nameOf(handle: string, kind: Kind): string {
    return this.books[kind].nameOf(handle);
  }

  /** Which kind of group has a handle; null if none. */
  kindOf(handle: string): Kind | null {
    if (this.books.CATEGORY.get(handle)) return 'CATEGORY';
    return this.books.COLLECTION.get(handle) ? 'COLLECTION' : null;
  }

  /** Puts a group of a file into the book, and answers it with the position that it gets. */
  take(draft: GroupDraft): GroupData {
    const position = draft.position ?? this.books[draft.kind].get(draft.handle)?.position ?? this.next;
    const group = { ...draft, position };
    this.put(group);
    return group;
  }

  /** Those of the groups that are to be written now, each after all there are. */
  settle(groups: readonly GroupData[]): GroupData[] {
    const fresh = (['CATEGORY', 'COLLECTION'] as const).flatMap((kind) =>
      this.books[kind].settle(groups.filter((group) => group.kind === kind)),
    );
    return fresh.map((group) => this.take({ ...group, position: this.next }));
  }

  private put(group: GroupData): void {
    this.books[group.kind].put(group);
    this.next = Math.max(this.next, group.position + 1);
  }

  private bookOf(kind: Kind): NameBook<GroupData> {
    return new NameBook<GroupData>([], {
      keyOf: ({ handle }) => handle,
      titleOf: ({ title }) => inLanguage(title, this.language),
      longestKey: 200,
      make: (slug, title) => ({
        handle: this.freeHandle(slug, kind),
        kind,
        position: this.next,
        title: { [this.language]: title },
        description: {},
      }),
    });
  }

  /** A collection may well be called like a category, but handles are of both. */
  private freeHandle(slug: string, kind: Kind): string {
    let handle = slug;
    for (let count = 1; this.kindOf(handle) !== null; count++) {
      handle = `${slug}-${kind.toLowerCase()}${count > 1 ? `-${count}` : ''}`;
    }
    return handle;
  }
}
