import {
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { OperationCheck } from './check-operations.ts';

/** Values that the variables of a request may hold, all told: an order, the largest input, has about thirty. */
const MAX_VALUES = 1000;

/**
 * Refuses variables with more values than any input needs, and objects with a field that their type does not have, before anything
 * else reads them: whatever reads variables writes the whole value into the message of each of its errors, so that a request of a few
 * kilobytes, all of it wrong, would keep the process busy for seconds.
 */
export function boundVariables(schema: GraphQLSchema): OperationCheck {
  // Apollo keeps parsed documents, so types are looked up once.
  const types = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, GraphQLInputType>>();
  return ({ operation, variables }) => {
    const declared = types.get(operation) ?? typesOf(schema, operation);
    types.set(operation, declared);
    let left = MAX_VALUES;
    for (const [name, type] of declared) {
      const count = countValues(type, variables[name], left);
      if (count === null) throw unknownField(schema, operation, variables);
      left -= count;
      if (left < 0) throw refusal(`The variables hold more than ${MAX_VALUES} values.`);
    }
  };
}

function typesOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode) {
  const types = new Map<string, GraphQLInputType>();
  for (const { variable, type } of variableDefinitions) {
    const found = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (found) types.set(variable.name.value, found);
  }
  return types;
}

/** How many values there are, counted up to one more than are left; null if an object has a field that its type does not have. */
function countValues(type: GraphQLInputType, value: unknown, left: number): number | null {
  if (isNonNullType(type)) return countValues(type.ofType, value, left);
  const inner = innerValues(type, value);
  let count: number | null = inner && 1;
  for (let at = 0; inner && at < inner.length && count !== null && count <= left; at++) {
    const [innerType, innerValue] = inner[at] as (typeof inner)[number];
    const more = countValues(innerType, innerValue, left - count);
    count = more === null ? null : count + more;
  }
  return count;
}

/** The elements or fields of a value with their types; null if the type does not have one of the fields. */
function innerValues(type: GraphQLInputType, value: unknown): (readonly [GraphQLInputType, unknown])[] | null {
  if (isListType(type)) return Array.isArray(value) ? value.map((element: unknown) => [type.ofType, element]) : [];
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
  const fields = type.getFields();
  const inner: (readonly [GraphQLInputType, unknown])[] = [];
  for (const [name, own] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return null;
    inner.push([field.type, own]);
  }
  return inner;
}

/** The first of the messages that graphql-js has for such variables, which helps with a name that is nearly right. */
function unknownField(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError {
  const [error] = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors ?? [];
  return refusal(error?.message ?? 'The variables have a field that their type does not have.', error?.nodes);
}

function refusal(message: string, nodes?: GraphQLError['nodes']): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
  return new GraphQLError(message, { ...(nodes ? { nodes } : {}), extensions });
}
