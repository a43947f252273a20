import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { compileOperation } from './compile-operation.ts';
import { countFields } from './count-fields.ts';

const operationOf = (document: ReturnType<typeof parse>, at = 0) => document.definitions[at] as OperationDefinitionNode;

it('leaves the name that a client gave an operation out of the code, and so out of every stack and log', async () => {
  const schema = buildSchema('type Query { a: String }');
  let stack = '';
  const query = schema.getQueryType()?.getFields().a;
  if (!query) throw new Error('There is no field.');
  query.resolve = () => {
    stack = new Error('for its stack').stack ?? '';
    return 'x';
  };
  const document = parse('query Other { a } query TestaMustermann_Musterweg12 { a }');
  const run = compileOperation(schema, document, operationOf(document, 1));
  expect(run && (await run({}, {}))).toEqual({ data: { a: 'x' } });
  expect(stack).toContain('for its stack');
  expect(stack).not.toContain('Testa');
});

it('counts the fields of an operation with its fragments written out', () => {
  const document = parse('{ a { b ...f } ... { c } ...f } fragment f on T { d e { ...g } } fragment g on T { h i }');
  expect(countFields(document, operationOf(document))).toBe(2 + 4 + 1 + 4);
});
