import { type ASTNode, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { wholeSchema } from './build-schema.ts';

it('A schema keeps its directives, and not the texts they were parsed from', () => {
  const nodes: (ASTNode | null | undefined)[] = [];
  for (const type of Object.values(wholeSchema().getTypeMap())) {
    nodes.push(type.astNode);
    if (isInputObjectType(type)) for (const { astNode } of Object.values(type.getFields())) nodes.push(astNode);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { astNode, args } of Object.values(type.getFields())) {
      nodes.push(astNode, ...args.map((arg) => arg.astNode));
    }
  }
  const text = JSON.stringify(nodes);
  expect(text.match(/"kind":"Directive"/g)?.length).toBeGreaterThan(100);
  expect(text).not.toContain('"loc":');
});
