import { type ASTNode, type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/**
 * Forgets where in which text each directive of a schema was parsed: TypeGraphQL parses them one by one, and every one would keep its
 * text and all its tokens. Changes the schema in place: nobody else has it yet.
 */
export function dropLocations(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    forget(type.astNode);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        forget(field.astNode);
        for (const arg of field.args) forget(arg.astNode);
      }
    } else if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) forget(field.astNode);
  }
  return schema;
}

function forget(node: ASTNode | null | undefined): void {
  if (!node) return;
  Reflect.deleteProperty(node, 'loc');
  for (const part of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) if (isNode(child)) forget(child);
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
