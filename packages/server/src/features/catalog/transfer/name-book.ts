import { plainText } from './parse-cells.ts';
import { slugOf } from './slug-of.ts';

/** What a book needs to know of its items. */
export interface BookRules<Item> {
  keyOf(item: Item): string;
  titleOf(item: Item): string;
  /** Most characters of a key. */
  readonly longestKey: number;
  /** A new item that a file names. */
  make(slug: string, title: string): Item;
}

/**
 * Things that products refer to by key and that files call by title, such as collections. A name that the book does not
 * have makes a new item, which is kept as unwritten until a product that was accepted wants it.
 */
export class NameBook<Item> {
  private readonly items = new Map<string, Item>();
  private readonly byTitle = new Map<string, Item>();
  /** The keys of the items whose title has a slug or whose key is it. */
  private readonly slugs = new Map<string, Set<string>>();
  private readonly unwritten = new Set<string>();

  constructor(
    items: readonly Item[],
    private readonly rules: BookRules<Item>,
  ) {
    for (const item of items) this.put(item);
  }

  /** The item with a key or title, or a new one; null for a name without letters and digits. */
  named(name: string): Item | null {
    const found = this.find(name);
    if (found) return found;
    const slug = this.slugOf(name);
    if (slug === '') return null;
    const known = this.items.get(slug);
    if (known) return known;
    const item = this.rules.make(slug, name.trim());
    this.put(item);
    this.unwritten.add(this.rules.keyOf(item));
    return item;
  }

  /**
   * What a file calls the item with a key: its title, which also says what it is to another shop; its key where the title
   * would be taken for another item's, or has a semicolon, which parts the names of a cell.
   */
  nameOf(key: string): string {
    const item = this.items.get(key);
    if (!item) return key;
    const title = this.rules.titleOf(item);
    const slug = this.slugOf(title);
    const alone = slug !== '' && this.slugs.get(slug)?.size === 1;
    const whole = !title.includes(';') && title === plainText(title);
    return alone && whole && this.find(title) === item ? title : key;
  }

  /** The item with a key. */
  get(key: string): Item | undefined {
    return this.items.get(key);
  }

  /** Puts an item into the book, in place of one with the same key. */
  put(item: Item): void {
    const key = this.rules.keyOf(item);
    const title = this.rules.titleOf(item);
    this.items.set(key, item);
    const folded = fold(title);
    if (!this.byTitle.has(folded) || this.rules.keyOf(this.byTitle.get(folded) as Item) === key) {
      this.byTitle.set(folded, item);
    }
    for (const slug of [this.slugOf(title), key]) {
      const keys = this.slugs.get(slug) ?? new Set();
      this.slugs.set(slug, keys.add(key));
    }
  }

  /** Those of the items that are to be written now; from then on they count as written. */
  settle(items: readonly Item[]): Item[] {
    return items.filter((item) => this.unwritten.delete(this.rules.keyOf(item)));
  }

  private slugOf(name: string): string {
    return slugOf(name, this.rules.longestKey);
  }

  private find(name: string): Item | undefined {
    const folded = fold(name);
    return this.items.get(folded) ?? this.byTitle.get(folded);
  }
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
