import { PrivacyError } from '../../privacy/privacy-error.ts';

/** Does something for a subject; does nothing if they have gone meanwhile: there is nobody left to do it for. */
export async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PrivacyError && (error.code === 'ERASED' || error.code === 'SUBJECT_NOT_ACTIVE')))
      throw error;
  }
}
