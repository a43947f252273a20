/**
 * `auto_vacuum`: before all others, since it counts only while a file is empty, or for its next VACUUM. Pages that are free are given
 * back a few at a time then (decision 022).
 * `synchronous=FULL`: an acknowledged order survives a power cut (D20). `secure_delete`: freed pages are overwritten (P4.6).
 * `cache_size`: 2 MB of pages for each connection, as SQLite has it by itself. The driver takes 16, and would hold the whole
 * catalogue in them as well, which is read at a start and answered from memory.
 */
export const SQLITE_PRAGMAS = [
  'auto_vacuum = INCREMENTAL',
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'cache_size = -2000',
];
