import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { wholeSchema } from './build-schema.ts';

it('A schema keeps its directives, and not the texts they were parsed from', () => {
  const nodes = Object.values(wholeSchema().getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [type.astNode];
    const fields = Object.values(type.getFields());
    const args = fields.flatMap((field) => ('args' in field ? field.args : []));
    return [type.astNode, ...fields.map(({ astNode }) => astNode), ...args.map(({ astNode }) => astNode)];
  });
  const directives = nodes.flatMap((node) => (node && 'directives' in node ? (node.directives ?? []) : []));
  expect(directives.length).toBeGreaterThan(100);
  expect(JSON.stringify(nodes)).not.toContain('"loc":');
});
