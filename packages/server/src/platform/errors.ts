/** The codes with which an operation may fail; every thrown error maps to one of them (architecture, "Names and habits"). */
export type PublicErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL';

/** An error that is shown to the caller as it is; its message never holds a value that the caller sent or the shop keeps. */
export class PublicError extends Error {
  constructor(
    readonly code: PublicErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'PublicError';
  }
}
