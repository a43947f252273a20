/** Answers which of some subjects have a key. */
export type FindKeys = (subjectIds: ReadonlySet<string>) => Promise<ReadonlySet<string>>;

/** Tells whether subjects' keys exist; what is asked in one turn costs one look at the key store. */
export class KeyPresence {
  readonly #find: FindKeys;
  readonly #known = new Map<string, Promise<boolean>>();
  #batch: { readonly ids: Set<string>; readonly found: Promise<ReadonlySet<string>> } | null = null;

  constructor(find: FindKeys) {
    this.#find = find;
  }

  /** Whether the subject's key exists. */
  holds(subjectId: string): Promise<boolean> {
    const known = this.#known.get(subjectId) ?? this.#ask(subjectId);
    this.#known.set(subjectId, known);
    return known;
  }

  async #ask(subjectId: string): Promise<boolean> {
    if (!this.#batch) {
      const ids = new Set<string>();
      const found = Promise.resolve().then(() => {
        this.#batch = null;
        return this.#find(ids);
      });
      this.#batch = { ids, found };
    }
    this.#batch.ids.add(subjectId);
    return (await this.#batch.found).has(subjectId);
  }
}
