import type { PublicErrorCode } from '../../platform/errors.ts';

/** An answer that refuses a request before the graph is asked, in the form of GraphQL's; it never repeats what was sent. */
export function refusal(message: string, code: PublicErrorCode = 'BAD_USER_INPUT') {
  return { errors: [{ message, extensions: { code } }] };
}
