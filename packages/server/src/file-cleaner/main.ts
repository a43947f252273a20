import { rewriteFile } from '../platform/cleaning/rewrite-file.ts';
import { TRY_LATER } from '../platform/cleaning/rewrite-files.ts';

/*
 * The process that writes an SQLite file anew, named by its argument. It is apart from the server since that takes seconds for a large
 * file, in which nobody would be answered.
 */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('The file is not given.');
process.umask(0o077);
try {
  rewriteFile(file);
} catch (error) {
  if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
  process.exitCode = TRY_LATER;
}
