import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';
import { wholeSchema } from '../graphql/build-schema.ts';

/** The graph as it stands in packages/schema/schema.graphql: sorted, with its directives. */
export function printWholeSchema(): string {
  return `${printSchemaWithDirectives(lexicographicSortSchema(wholeSchema()))}\n`;
}
