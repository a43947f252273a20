/** A backup that cannot be taken as it is: damaged, cut short, sealed under another key, of another shop. Its message says which. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code = 'BAD_BACKUP';
}
