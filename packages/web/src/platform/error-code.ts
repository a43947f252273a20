import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** Whether the API answered with an error of this stable code, such as NOT_FOUND. */
export function hasCode(error: unknown, code: string): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === code);
}
