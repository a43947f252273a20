import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

const ask = async (query: string, variables: Record<string, unknown> = {}, operationName?: string) => {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.status, message: errors?.[0]?.message, code: errors?.[0]?.extensions.code };
};

const MONEY = 'amount currency';
const PRODUCT = `slug title subtitle vendor warnings skinTypes concerns stock range texture directions
  priceFrom { ${MONEY} } pictures { url width height } category { handle title } collections { handle title }
  variants { id sku title stock price { ${MONEY} } unitPrice { ${MONEY} } options { name value } }`;
const fifteen = (field: string) => Array.from({ length: 15 }, (_, index) => `a${index}: ${field}`).join(' ');
const lists = (length: string) => fifteen(`products${length} { nodes { ${PRODUCT} } }`);

describe('The cost limit', () => {
  it.each([
    ['a literal', `{ ${lists('(first: 100)')} }`, {}],
    ['a variable', `query ($n: Int!) { ${lists('(first: $n)')} }`, { n: 100 }],
    ['the default of a variable', `query ($n: Int! = 100) { ${lists('(first: $n)')} }`, {}],
    ['the default of an argument', `{ ${lists('')} }`, {}],
    ['a fragment', `query ($n: Int!) { ...all } fragment all on Query { ${lists('(first: $n)')} }`, { n: 100 }],
  ])('refuses the same lists, their length written as %s', async (_title, query, variables) => {
    for (let sighting = 0; sighting < 3; sighting += 1) {
      const { status, message, code } = await ask(query, variables);
      expect({ status, code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
      expect(message).toContain('asks for too much');
    }
  });

  it('judges each length anew, also of a document that was let through before', async () => {
    const query = `query ($n: Int!) { ${lists('(first: $n)')} }`;
    expect((await ask(query, { n: 5 })).status).toBe(200);
    expect((await ask(query, { n: 100 })).message).toContain('asks for too much');
    expect((await ask(query, { n: 5 })).status).toBe(200);
  });

  it('counts the operation that is asked for, and no field that is left out', async () => {
    const many = Array.from({ length: 7 }, (_, index) => `a${index}: products(first: 100) { nodes { ${PRODUCT} } }`);
    const query = `query Small($with: Boolean! = false) { products { totalCount } ...many @include(if: $with) }
      query Big { ...many } fragment many on Query { ${many.join(' ')} }`;
    expect((await ask(query, {}, 'Small')).status).toBe(200);
    expect((await ask(query, { with: true }, 'Small')).message).toContain('asks for too much');
    expect((await ask(query, {}, 'Big')).message).toContain('asks for too much');
  });

  it('lets nothing through beside an argument whose value cannot be told', async () => {
    const query = `query ($n: Int = 5, $m: Int!) { bad: products(first: $n) { totalCount } ${lists('(first: $m)')} }`;
    expect((await ask(query, { n: null, m: 100 })).status).toBe(400);
  });

  it('takes no variable called "true" for the value of another', async () => {
    const dear = Array.from(
      { length: 12 },
      (_, at) => `a${at}: products(first: 100) @include(if: $x) { nodes { ${PRODUCT} } }`,
    );
    const query = `query ($true: String, $x: Boolean!, $false: String) { ${dear.join(' ')}
      c: products(query: $true, first: 1) { totalCount } d: products(query: $false, first: 1) { totalCount } }`;
    expect((await ask(query, { x: false, true: null, false: 'a' })).status).toBe(200);
    expect((await ask(query, { x: true, true: 'a', false: null })).message).toContain('asks for too much');
  });

  it('lets no null through for one that was let through elsewhere', async () => {
    const query = `query ($undefined: Int = 2, $null: String) { products(first: $undefined) { totalCount }
      b: products(query: $null, first: 1) { totalCount } }`;
    for (let sighting = 0; sighting < 3; sighting += 1) expect((await ask(query, { null: null })).status).toBe(200);
    expect(await ask(query, { undefined: null, null: 'a' })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('counts fragments as often as they are spread, and ends with those that multiply', async () => {
    const often = (level: number) => Array.from({ length: 8 }, () => `... { ...f${level + 1} }`).join(' ');
    const bomb = Array.from({ length: 5 }, (_, level) => `fragment f${level} on Query { ${often(level)} }`);
    const query = `{ ...f0 } ${bomb.join(' ')} fragment f5 on Query { products { totalCount } }`;
    expect(await ask(query)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('lets the introspection of a playground through, once', async () => {
    expect((await ask(getIntrospectionQuery())).status).toBe(200);
  });
});
