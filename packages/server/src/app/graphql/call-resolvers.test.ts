import { LocaleArgs, SlugArgs } from '@barrier/schema/catalog/product.args.ts';
import { GraphQLError, type GraphQLFieldResolver, graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { wholeSchema } from './build-schema.ts';
import { compileOperation } from './compile-operation.ts';

const PRODUCT = '{ product(slug: "testa") { id title } }';

describe('A root field that takes no input object', () => {
  it('is answered at once by its method', () => {
    const asked: unknown[] = [];
    const resolve = wholeSchema().getQueryType()?.getFields().product?.resolve as GraphQLFieldResolver<
      unknown,
      unknown
    >;
    const catalogue = { product: (slug: string) => void asked.push(slug) };
    const args = { slug: 'testa', language: 'DE', market: 'EU' };
    expect(resolve(undefined, args, { catalogue }, undefined as never)).toBeNull();
    expect(asked).toEqual(['testa']);
  });

  it('has all arguments of its class and of the class above, defaults among them', async () => {
    expect(Object.getPrototypeOf(SlugArgs)).toBe(LocaleArgs);
    const titles = (args: string) =>
      graphql({
        schema: wholeSchema(),
        source: `{ product(slug: "testa"${args}) { title } }`,
        contextValue: { catalogue: { product: () => ({ title: ['Testcream', 'Testcreme', '测试'] }) } },
      });
    expect((await titles('')).data).toEqual({ product: { title: 'Testcream' } });
    expect((await titles(', language: DE')).data).toEqual({ product: { title: 'Testcreme' } });
  });

  it.each(['by graphql-js', 'compiled'])(
    'tells of what its method throws where it stands, executed %s',
    async (how) => {
      const contextValue = {
        catalogue: {
          product: () => {
            throw new GraphQLError('No.');
          },
        },
      };
      const document = parse(PRODUCT);
      const run = compileOperation(wholeSchema(), document, document.definitions[0] as never);
      const { data, errors } =
        how === 'compiled' && run
          ? await run(contextValue, {})
          : await graphql({ schema: wholeSchema(), source: PRODUCT, contextValue });
      expect({ data, path: errors?.[0]?.path }).toEqual({ data: { product: null }, path: ['product'] });
    },
  );
});
