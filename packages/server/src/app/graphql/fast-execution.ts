import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation, GraphQLResponse } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

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

/** How many errors in variables are told, as many as graphql-js tells of itself. */
const MAX_VARIABLE_ERRORS = 50;

/**
 * Scalars of the specification and enums leave as the resolvers answer them: the types of views and resolvers are held to the
 * schema when the code is built, and a test holds the values of enums to their names. Asking each value again whether it is
 * a text costs a tenth of a list. Scalars of our own are asked: plaintext leaves by one.
 */
const COMPILING = { disableLeafSerialization: true };

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
  const compiled = new LRUCache<string, CompiledQuery | false>({ max: COMPILED_DOCUMENTS });
  const seen = new LRUCache<string, true>({ max: COMPILED_DOCUMENTS });

  const compiledFor = (hash: string, document: DocumentNode, operationName: string | undefined) => {
    const key = operationName ? `${hash}:${operationName}` : hash;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    if (!seen.get(key)) {
      seen.set(key, true);
      return undefined;
    }
    const query = compile(schema, document, operationName);
    compiled.set(key, query);
    return query;
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
    const query = compiledFor(request.queryHash ?? '', document, operationName ?? undefined);
    let result: ExecutionResult;
    try {
      result = query
        ? await run(query, variablesOf(schema, operation, variables), contextValue)
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

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) {
  if (namesProto(document)) return false;
  const result = compileQuery(schema, document, operationName, COMPILING);
  return isCompiledQuery(result) && result;
}

/** Compiled code writes objects as literals, in which a key of this name is no key: an answer or a variable would be missing. */
function namesProto(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.NAME]: ({ value }) => {
      found ||= value === '__proto__';
    },
  });
  return found;
}

type Variables = ReturnType<typeof getVariableValues>;

/**
 * The variables as graphql-js reads them. The compiler's own reading refuses what has a default and may not be null, if it is
 * left out, and takes a variable that is left out from the prototype of the others if it is called `toString`.
 */
function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
): Variables {
  return getVariableValues(schema, variableDefinitions, given, { maxErrors: MAX_VARIABLE_ERRORS });
}

async function run(query: CompiledQuery, { coerced, errors }: Variables, context: unknown): Promise<ExecutionResult> {
  if (errors) return { errors };
  const variables: Record<string, unknown> = Object.assign(Object.create(null), coerced);
  return (await query.query(undefined, context, variables)) as ExecutionResult;
}
