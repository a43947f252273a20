import { type Counter, Counter as PromCounter, type Registry } from 'prom-client';

/** Counts what GraphQL does. */
export interface GraphqlMetrics {
  /** An operation is executed; `hash` is the SHA-256 of its document. */
  operation(hash: string | undefined): void;
  /** An error leaves, with one of the codes of the error map. */
  error(code: string): void;
}

/**
 * `graphql_operations_total{operation}` and `graphql_errors_total{code}`. Only operations of the shop's own build are told by their
 * name; a document that a client made up is `free`, since its name is the client's word.
 */
export function createGraphqlMetrics(metrics: Registry, trusted: ReadonlyMap<string, string>): GraphqlMetrics {
  const operations = new PromCounter({
    name: 'graphql_operations_total',
    help: 'Operations by the name of the trusted document, or free',
    labelNames: ['operation'],
    registers: [metrics],
  });
  const errors = new PromCounter({
    name: 'graphql_errors_total',
    help: 'Errors that callers were told, by code',
    labelNames: ['code'],
    registers: [metrics],
  });
  const free = operations.labels({ operation: 'free' });
  const known = new Map<string, Counter.Internal>();
  for (const [hash, document] of trusted) {
    const operation = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document)?.[1];
    if (operation) known.set(hash, operations.labels({ operation }));
  }
  return {
    operation: (hash) => (known.get(hash ?? '') ?? free).inc(),
    error: (code) => errors.inc({ code }),
  };
}
