import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { PublicError, type PublicErrorCode } from '../../platform/errors.ts';
import { withoutValues } from './without-values.ts';

/** What an internal error is reported to; the caller only learns that it happened. */
export type InternalErrorReporter = (error: unknown) => void;

const OWN_CODES: Readonly<Record<PublicErrorCode, true>> = {
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  BAD_USER_INPUT: true,
  TOO_MANY_REQUESTS: true,
  INTERNAL: true,
};

/** Codes of Apollo Server that say the request itself was wrong, in a way that the caller can mend. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/**
 * The one place where errors become what a caller sees: one of six codes, and no value that was sent or is kept.
 * `reason` keeps Apollo's finer code for clients that act on it, such as PERSISTED_QUERY_NOT_FOUND.
 */
export function toPublicError(error: unknown, report: InternalErrorReporter): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : undefined;
  const cause = rootCause(error);
  const position = { locations: graphql?.locations, path: graphql?.path };
  const shaped = (message: string, code: PublicErrorCode, reason?: string): GraphQLFormattedError => ({
    message,
    ...(position.locations ? { locations: position.locations } : {}),
    ...(position.path ? { path: position.path } : {}),
    extensions: reason ? { code, reason } : { code },
  });

  if (cause instanceof PublicError && OWN_CODES[cause.code]) return shaped(cause.message, cause.code);
  // graphql-jit's errors have no extensions.
  const apolloCode = (graphql?.extensions as { code?: unknown } | undefined)?.code;
  if (typeof apolloCode === 'string' && REQUEST_CODES.has(apolloCode)) {
    return shaped(withoutValues(graphql?.message ?? ''), 'BAD_USER_INPUT', apolloCode);
  }
  // graphql-js and graphql-jit report bad variables, and Apollo bad requests, without an original error.
  if (graphql && cause instanceof GraphQLError && (apolloCode === 'BAD_USER_INPUT' || !graphql.path)) {
    return shaped(withoutValues(graphql.message), 'BAD_USER_INPUT');
  }
  report(cause);
  return shaped('Something went wrong on our side. Please try again.', 'INTERNAL');
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
