/** `synchronous=FULL`: an acknowledged order survives a power cut (D20). `secure_delete`: freed pages are overwritten (P4.6). */
export const SQLITE_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'busy_timeout = 5000',
  'foreign_keys = ON',
];
