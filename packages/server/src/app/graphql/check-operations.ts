import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** An operation that a request asks for, before it is executed. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  /** As they came: neither coerced nor completed by defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Lets an operation through, or refuses it. @throws GraphQLError that the client is told. */
export type OperationCheck = (asked: AskedOperation) => void;

/**
 * Checks operations one check after the other, in one plugin: Apollo waits several times for each plugin of each request, and
 * none of these has anything to wait for.
 */
export function checkOperations<Context extends BaseContext>(
  checks: readonly OperationCheck[],
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (resolved) => {
        // An operation that the document does not have is refused where it would be executed.
        const operation: OperationDefinitionNode | undefined = resolved.operation;
        if (!operation) return;
        const { document, operationName, request } = resolved;
        const asked = { document, operation, operationName, variables: request.variables ?? {} };
        for (const check of checks) check(asked);
      },
    }),
  };
}
