import {
  BREAK,
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  type StringValueNode,
  typeFromAST,
  visit,
} from 'graphql';
import { isKeptText } from '../../platform/kept-text.ts';
import type { OperationCheck } from './check-operations.ts';

/**
 * Door In for every text of the graph: refuses those that not every database keeps, in variables and in literals, before
 * anything is executed. PostgreSQL knows no U+0000 and no half of a surrogate pair, and answers them with an error; SQLite
 * takes both. Here, both are BAD_USER_INPUT on either. The answer names the place as the schema calls it, never the value.
 */
export function refuseUnkeptText(schema: GraphQLSchema): OperationCheck {
  // Apollo keeps parsed documents, so each is looked through once.
  const literals = new WeakMap<DocumentNode, StringValueNode | null>();
  const texts = new WeakMap<OperationDefinitionNode, readonly TextVariable[]>();
  return ({ document, operation, variables }) => {
    const known = literals.get(document);
    const literal = known === undefined ? unkeptLiteralIn(document) : known;
    if (known === undefined) literals.set(document, literal);
    if (literal) throw refusal('A text in the document', literal);
    const declared = texts.get(operation) ?? textVariablesOf(schema, operation);
    texts.set(operation, declared);
    const place = firstOf(declared, ({ name, type }) => unkeptIn(type, variables[name], name));
    if (place) throw refusal(`The text at "${place}"`);
  };
}

function unkeptLiteralIn(document: DocumentNode): StringValueNode | null {
  let found: StringValueNode | null = null;
  visit(document, {
    StringValue(node) {
      if (isKeptText(node.value)) return undefined;
      found = node;
      return BREAK;
    },
  });
  return found;
}

/** A variable whose value may hold a text. */
interface TextVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
}

function textVariablesOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): TextVariable[] {
  return variableDefinitions.flatMap(({ type: node, variable }) => {
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    return type && !isEnumType(getNamedType(type)) ? { name: variable.name.value, type } : [];
  });
}

/** Follows the types and not the value, whose keys may be anything: what the schema does not know is refused later. */
function unkeptIn(type: GraphQLInputType, value: unknown, place: string): string | null {
  if (isNonNullType(type)) return unkeptIn(type.ofType, value, place);
  if (isListType(type)) {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return firstOf(elements, (element) => unkeptIn(type.ofType, element, place));
  }
  if (isInputObjectType(type)) {
    if (typeof value !== 'object' || value === null) return null;
    const fields = new Map<string, unknown>(Object.entries(value));
    return firstOf(Object.values(type.getFields()), (field) =>
      unkeptIn(field.type, fields.get(field.name), `${place}.${field.name}`),
    );
  }
  return isScalarType(type) && typeof value === 'string' && !isKeptText(value) ? place : null;
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function refusal(what: string, literal?: StringValueNode): GraphQLError {
  return new GraphQLError(`${what} holds U+0000 or half a surrogate pair, which is no text.`, {
    ...(literal ? { nodes: literal } : {}),
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
