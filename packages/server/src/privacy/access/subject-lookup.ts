/** Answers which of some subjects have what is asked for. */
export type FindSubjects = (subjectIds: ReadonlySet<string>) => Promise<ReadonlySet<string>>;

/** Tells of subjects one by one whether they have a key, or are restricted; what is asked in one turn costs one look at the store. */
export class SubjectLookup {
  readonly #find: FindSubjects;
  readonly #known = new Map<string, Promise<boolean>>();
  #batch: { readonly ids: Set<string>; readonly found: Promise<ReadonlySet<string>> } | null = null;

  constructor(find: FindSubjects) {
    this.#find = find;
  }

  /** Whether the subject is among those that are found. */
  has(subjectId: string): Promise<boolean> {
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
