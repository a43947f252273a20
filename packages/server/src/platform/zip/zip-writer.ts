import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive that is being written. */
export interface ZipFile {
  write(text: string): void;
  end(): void;
}

/**
 * Writes a ZIP piece by piece. Several files may be open at once: the bytes of the first leave as they come, those of the others wait,
 * packed, for their turn.
 */
export class ZipWriter {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #mtime: Date;

  constructor(mtime: Date) {
    this.#mtime = mtime;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  /** Opens a file. */
  add(name: string): ZipFile {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = this.#mtime;
    this.#zip.add(file);
    return {
      write: (text) => file.push(Buffer.from(text, 'utf8')),
      end: () => file.push(new Uint8Array(0), true),
    };
  }

  /** Ends the archive; all files must have ended. */
  end(): void {
    this.#zip.end();
  }

  /** The bytes that are ready. */
  take(): Uint8Array[] {
    return this.#pieces.splice(0);
  }
}
