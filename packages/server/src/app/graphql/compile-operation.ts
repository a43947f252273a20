import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** An operation as compiled code: takes the context and the variables as they came. */
export type CompiledOperation = (context: unknown, given: Record<string, unknown>) => Promise<ExecutionResult>;

/** How many errors in variables are told, as many as graphql-js tells of itself. */
const MAX_VARIABLE_ERRORS = 50;

/**
 * Scalars of the specification and enums leave as the resolvers answer them: the types of views and resolvers are held to the
 * schema when the code is built, and a test holds the values of enums to their names. Asking each value again whether it is
 * a text costs a tenth of a list. Scalars of our own are asked: plaintext leaves by one.
 */
const COMPILING = { disableLeafSerialization: true };

/** Compiles an operation so that it answers as graphql-js does; false if the compiler cannot. */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | false {
  if (namesProto(document)) return false;
  const compiled = compileQuery(schema, unnamed(document, operation), undefined, COMPILING);
  if (!isCompiledQuery(compiled)) return false;
  const { variableDefinitions = [] } = operation;
  const read = (given: Record<string, unknown>) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors: MAX_VARIABLE_ERRORS });
  const run = async (context: unknown, variables: Record<string, unknown>) => {
    const result = (await compiled.query(undefined, context, variables)) as ExecutionResult;
    if (result.data !== undefined) return result;
    // The variables were refused, of which the compiler tells every error, and in words of its own.
    return { errors: (read(variables).errors ?? result.errors ?? []).slice(0, MAX_VARIABLE_ERRORS) };
  };
  if (compilerReadsVariables(schema, operation)) return run;
  return async (context, given) => {
    const { coerced, errors } = read(given);
    if (errors) return { errors };
    const variables = Object.create(null) as Record<string, unknown>;
    return run(context, Object.assign(variables, coerced));
  };
}

/** The document with this operation alone and without its name, which the compiler would give to a function: a stack holds it, and a log the stack. */
function unnamed({ definitions, ...document }: DocumentNode, { name, ...operation }: OperationDefinitionNode) {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [operation, ...fragments] };
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

/**
 * The compiler's own reading of variables is quick, but refuses what has a default and may not be null, if it is left out, and
 * takes a variable that is left out from the prototype of the others if it is called `toString`.
 */
function compilerReadsVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type, variable, defaultValue }) => {
    if (variable.name.value in Object.prototype) return false;
    if (type.kind === Kind.NON_NULL_TYPE && defaultValue) return false;
    const named = getNamedType(typeFromAST(schema, type));
    return !isInputObjectType(named) || !hasRequiredDefault(named, new Set());
  });
}

function hasRequiredDefault(type: GraphQLInputObjectType, seen: Set<GraphQLInputObjectType>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  return Object.values(type.getFields()).some((field) => {
    if (isNonNullType(field.type) && field.defaultValue !== undefined) return true;
    const named = getNamedType(field.type);
    return isInputObjectType(named) && hasRequiredDefault(named, seen);
  });
}
