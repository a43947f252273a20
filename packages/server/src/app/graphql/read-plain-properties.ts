import { type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Takes away the resolvers that only read a property: TypeGraphQL gives one to every field, and a page of products has
 * thousands of values. Without them a compiled query reads the properties itself. A value that has to be awaited needs a
 * resolver of its own. Changes the schema in place: nobody else has it yet.
 */
export function readPlainProperties(schema: GraphQLSchema): GraphQLSchema {
  const { fieldResolvers, objectTypes, middlewares } = getMetadataStorage();
  const resolved = new Set(fieldResolvers.map(({ methodName }) => methodName));
  const wrapped = new Set(middlewares.map(({ fieldName }) => fieldName));
  for (const { name, fields } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const { name: property, schemaName } of fields ?? []) {
      const field = type.getFields()[schemaName];
      // The property is read under the field's name from now on, so it has to be called the same.
      if (field && property === schemaName && !resolved.has(property) && !wrapped.has(property))
        field.resolve = undefined;
    }
  }
  return schema;
}
