import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** Names an operation of a document by its place there: its name is the client's and may be as long as a request. */
export function operationKey(hash: string, { definitions }: DocumentNode, operation: OperationDefinitionNode): string {
  return `${hash}:${definitions.indexOf(operation)}`;
}
