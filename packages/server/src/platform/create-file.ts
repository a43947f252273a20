import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Makes a file for this process's user alone, which nobody sees before all of it is there; answers whether there was none.
 * One that another process has made is left as it is.
 */
export function createFile(file: string, text: string): boolean {
  const fresh = `${file}.${randomUUID()}.tmp`;
  writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(fresh, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // On a file system without links two at the same moment are not told apart.
    renameSync(fresh, file);
    return true;
  } finally {
    rmSync(fresh, { force: true });
  }
}
