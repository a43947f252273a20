import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation, GraphQLResponse } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';
import { countFields } from './count-fields.ts';

/** What the fast execution tells of what it does. */
export interface ExecutionHooks {
  /** Makes of an error what the caller sees. */
  readonly toPublic: (error: unknown) => GraphQLFormattedError;
  /** An operation of the document with this hash begins. */
  readonly begins: (hash: string | undefined) => void;
}

/** What the fast execution needs of a request's context. */
export interface ExecutionContext {
  /** Makes the log entries of the whole operation durable, then fills in what it reveals (D6). Nothing leaves before. */
  settleAccess(): Promise<void>;
}

/** How many compiled documents one schema keeps. */
const COMPILED_DOCUMENTS = 500;

/** How many fields they may have, all together and each: compiled, a field takes about 3 kB. The storefront has about 2,000. */
const COMPILED_FIELDS = 20_000;
const FIELDS_OF_ONE = 2_000;

/** Characters of a document that count as a field: the longest names, which the code repeats, take about 18 bytes for each. */
const CHARACTERS_OF_FIELD = 150;

/**
 * Executes operations by compiled code (graphql-jit) from the second sighting of a document, in place of Apollo's own
 * executor. One instance belongs to one schema, so a document compiled for staff is unknown to a visitor (D17).
 * This path passes by `formatError` and Apollo's error hooks, so errors are mapped here.
 */
export function fastExecution<Context extends ExecutionContext>(
  schema: GraphQLSchema,
  { toPublic, begins }: ExecutionHooks,
): ApolloServerPlugin<Context> {
  // False: the compiler cannot take it, and trying again would cost many times what executing it does.
  const compiled = new LRUCache<OperationDefinitionNode, CompiledOperation | false>({
    max: COMPILED_DOCUMENTS,
    maxSize: COMPILED_FIELDS,
  });
  // Apollo keeps parsed documents: the same one again is the same object.
  const seen = new WeakSet<OperationDefinitionNode>();

  const compiledFor = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    if (!seen.has(operation)) {
      seen.add(operation);
      return undefined;
    }
    const fields = countFields(document, operation);
    const run = fields <= FIELDS_OF_ONE && compileOperation(schema, document, operation);
    const text = document.loc?.source.body.length ?? 0;
    compiled.set(operation, run, { size: (run ? fields : 1) + Math.ceil(text / CHARACTERS_OF_FIELD) });
    return run;
  };

  const responseForOperation = async (
    request: GraphQLRequestContextResponseForOperation<Context>,
  ): Promise<GraphQLResponse | null> => {
    const { document, contextValue } = request;
    // Apollo comes here too when the document has no operation of the name that was asked for, and then answers itself.
    const operation: OperationDefinitionNode | undefined = request.operation;
    if (!operation || operation.operation === 'subscription') return null;
    begins(request.queryHash);
    const operationName = request.request.operationName;
    const variables = request.request.variables ?? {};
    const run = compiledFor(document, operation);
    let result: ExecutionResult;
    try {
      result = run
        ? await run(contextValue, variables)
        : await execute({ schema, document, contextValue, variableValues: variables, operationName });
      await contextValue.settleAccess();
    } catch (error) {
      result = { errors: [new GraphQLError('Execution failed', { originalError: error as Error })], data: null };
    }
    const refused = result.data === undefined;
    request.response.http.status = refused ? 400 : undefined;
    return {
      http: request.response.http,
      body: {
        kind: 'single',
        singleResult: {
          ...(result.errors ? { errors: result.errors.map(toPublic) } : {}),
          ...(refused ? {} : { data: result.data ?? null }),
        },
      },
    };
  };
  return { requestDidStart: async () => ({ responseForOperation }) };
}
