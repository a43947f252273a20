import { PrivacyError } from '../../privacy/privacy-error.ts';

/** What says that a person's data may not be used now: they are being erased, or have had it restricted (GDPR, articles 17 and 18). */
const CLOSED: ReadonlySet<string> = new Set(['SUBJECT_NOT_ACTIVE', 'ERASED', 'ACCESS_DENIED', 'RESTRICTED']);

/** Whether an error says that a person is not to be written to; it is no fault, and nobody else goes without for it. */
export function isClosed(error: unknown): boolean {
  return error instanceof PrivacyError && CLOSED.has(error.code);
}
