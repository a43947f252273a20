/** Deleted rows could not be cleaned out of the files now, since somebody reads or writes there; to be tried again. */
export class CleaningError extends Error {
  override readonly name = 'CleaningError';
  readonly code = 'TRACES_LEFT';
}
