import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rendition } from './rendition.ts';

/** Rendered pictures as files that are named after what they show, so that one never changes and several processes may share them. */
export class PictureFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bytes of a rendition; null if it has not been rendered yet. */
  async read(hash: string, rendition: Rendition): Promise<Buffer | null> {
    try {
      return await readFile(this.pathOf(hash, rendition));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Whether a rendition is there. */
  async has(hash: string, rendition: Rendition): Promise<boolean> {
    return access(this.pathOf(hash, rendition)).then(
      () => true,
      () => false,
    );
  }

  /** Keeps a rendition; nobody ever sees half of it. */
  async write(hash: string, rendition: Rendition, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(hash, rendition);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}`;
    try {
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  private pathOf(hash: string, { width, format }: Rendition): string {
    return join(this.#folder, hash.slice(0, 2), `${hash}-${width}.${format}`);
  }
}
