/** Some bytes of what is looked through. */
export interface ScanChunk {
  readonly bytes: Buffer;
  /** Where to go on after it. */
  readonly next: number;
  /** Parts of it that are worth naming, such as columns; left out where there are none. */
  readonly parts?: ReadonlyMap<string, Buffer>;
}

/** Something that is looked through for canaries: a file, or the rows of a table. */
export interface ScanSource {
  /** As it is reported, such as `file main.db` or `main.placed_order`; holds nothing personal. */
  readonly name: string;
  /** What was found in the name itself. */
  readonly inName?: readonly string[];
  /** Reads it from a place on, in chunks of bounded size. */
  read(from: number): AsyncIterable<ScanChunk>;
  /** What tells more precisely where it is, looked through only if something is found here: the tables of a database file. */
  readonly closer?: () => Promise<ScanSource[]>;
}
