import { ApolloLink, Observable } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { noteReached, noteUnreached } from '../platform/connection.ts';

/** The hash under which the server knows a document of the shop (D17). */
export function hashOf(document: DocumentNode): string {
  const hash = (document as DocumentNode & { __meta__?: { hash?: string } }).__meta__?.hash;
  if (hash === undefined)
    throw new Error('The document is not one of the trusted documents. Run: pnpm --filter @barrier/web codegen');
  return hash.replace(/^sha256:/, '');
}

/** The server could not be reached, or answered with something that is no GraphQL result. */
export class ConnectionError extends Error {
  readonly code = 'CONNECTION';
}

/**
 * Sends operations to the API by POST, naming the document by its hash instead of sending its text. Everything goes by
 * POST: an address would be kept in histories and logs (D16).
 */
export function trustedDocumentLink(endpoint: string): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const aborter = new AbortController();
        const { headers } = operation.getContext() as { headers?: Record<string, string> };
        send(endpoint, operation, headers ?? {}, aborter.signal).then(
          (result) => {
            noteReached();
            observer.next(result);
            observer.complete();
          },
          (error: unknown) => {
            if (aborter.signal.aborted) return;
            noteUnreached();
            observer.error(error);
          },
        );
        return () => aborter.abort();
      }),
  );
}

async function send(
  endpoint: string,
  { operationName, query, variables }: ApolloLink.Operation,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<ApolloLink.Result> {
  const response = await fetch(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...headers,
    },
    body: JSON.stringify({
      operationName,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } },
    }),
    signal,
  }).catch((error: unknown) => {
    throw new ConnectionError('The shop could not be reached.', { cause: error });
  });
  const result: unknown = await response.json().catch(() => null);
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result)) {
    throw new ConnectionError(`The shop answered with status ${response.status}.`);
  }
  return result as ApolloLink.Result;
}
