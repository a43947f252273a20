import {
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import type { OperationCheck } from './check-operations.ts';

/** What an operation may cost: about 100 products in every detail, five times over. */
const MAX_COST = 20_000;

/** Each level down costs this much more, since every list on the way repeats it. */
const DEPTH_FACTOR = 1.3;

/** The whole schema is a list of no stated length: what reading it costs at least. */
const SCHEMA_COST = 1000;

/** The arguments by which a client says how long a list may be. */
const LENGTHS = ['first', 'last'] as const;

/** Types of the variables that a cost can hang on: lengths of lists, and conditions of @skip and @include. */
const COUNTING_TYPES: ReadonlySet<string> = new Set(['Int', 'Boolean']);

/** How many costs one schema keeps, and how many characters what they hang on may have together. */
const KEPT_COSTS = 2_000;
const KEPT_CHARACTERS = 500_000;

/**
 * Refuses operations that would fetch too much. The cost is counted with the values of arguments as they will be executed,
 * so that a length counts the same as a literal, a variable or a default. It is counted when the operation is known and not
 * as a rule of validation: validated documents are kept, whatever variables they come with next. Costs are kept by operation
 * and by the variables that count, so a known operation pays for one look-up.
 */
export function costLimit(schema: GraphQLSchema): OperationCheck {
  const costs = new LRUCache<string, number>({
    max: KEPT_COSTS,
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_cost, key) => key.length,
  });
  // Apollo keeps parsed documents, and what is known of one goes with it.
  const known = new WeakMap<OperationDefinitionNode, CountedOperation>();
  let operations = 0;
  return ({ document, operation, operationName, variables }) => {
    const counted = known.get(operation) ?? { number: operations++, variables: countedVariables(operation) };
    known.set(operation, counted);
    const key = keyOf(counted, variables);
    let cost = key === null ? undefined : costs.get(key);
    if (cost === undefined) {
      requireVariables(schema, operation, variables);
      cost = costOf(() =>
        getComplexity({
          schema,
          query: document,
          variables,
          estimators: [estimate],
          ...(operationName === null ? {} : { operationName }),
        }),
      );
      if (key !== null) costs.set(key, cost);
    }
    if (cost > MAX_COST) throw tooMuch(cost);
  };
}

/** An operation, by a number that no other has, and its variables in their order. */
interface CountedOperation {
  readonly number: number;
  readonly variables: readonly CountedVariable[];
}

/** A variable that the cost can hang on: by its value, or, where an argument takes no null, by being null. */
interface CountedVariable {
  readonly name: string;
  readonly byValue: boolean;
}

function countedVariables({ variableDefinitions = [] }: OperationDefinitionNode): CountedVariable[] {
  return variableDefinitions.map(({ type, variable }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    const byValue = named.kind === Kind.NAMED_TYPE && COUNTING_TYPES.has(named.name.value);
    return { name: variable.name.value, byValue };
  });
}

/** An object costs 2 and a value 1; a list costs what one element does, as often as the client allows. */
const estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (isLeafType(getNamedType(field.type))) return 1;
  const length = Math.max(1, ...LENGTHS.map((name) => Number(args[name] ?? 1)));
  const cost = (2 + DEPTH_FACTOR * childComplexity) * length;
  return field.name === '__schema' ? SCHEMA_COST + cost : cost;
};

/** What counting would refuse, with as many messages as there are errors, each as long as the input, is refused with one. */
function requireVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const [error] = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors ?? [];
  if (error) throw refusal(error);
}

/**
 * All that the cost of an operation hangs on, with a place for each variable: names are the client's, and one of them may be `true`. Null if a
 * variable is not of its type, which counting refuses.
 */
function keyOf(counted: CountedOperation, variables: Readonly<Record<string, unknown>>): string | null {
  let key = String(counted.number);
  for (const { name, byValue } of counted.variables) {
    const value = variables[name];
    // Counting refuses a null where an argument takes none, which compiled code does not ask for again.
    if (value === null) key += ':null';
    else if (!byValue) key += ':';
    else if (value === undefined || typeof value === 'number' || typeof value === 'boolean') key += `:${value}`;
    else return null;
  }
  return key;
}

/** Counts; what cannot be counted, such as a variable of the wrong type, is refused as it would be when executed. */
function costOf(count: () => number): number {
  try {
    return count();
  } catch (error) {
    throw refusal(error);
  }
}

function refusal(error: unknown): GraphQLError {
  return new GraphQLError(error instanceof GraphQLError ? error.message : 'The cost cannot be counted.', {
    ...(error instanceof GraphQLError && error.nodes ? { nodes: error.nodes } : {}),
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

function tooMuch(cost: number): GraphQLError {
  return new GraphQLError(
    `The operation asks for too much: it costs ${Math.round(cost)} and may cost ${MAX_COST}. Ask for shorter lists or fewer fields.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}
