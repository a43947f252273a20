import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

const JSON_HEADERS = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...headers },
    body: JSON.stringify(body),
  });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors?: { message: string; extensions: { code: string; reason?: string } }[] })
    .errors?.[0];

/** A document that asks for a field under so many names. */
const aliasesOf = (field: string, count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;

describe('GraphQL over HTTP', () => {
  it('answers queries by POST and by GET, with the media type of the specification when asked for', async () => {
    const query = '{ products { totalCount } }';
    const byPost = await post({ query }, { accept: 'application/graphql-response+json' });
    expect(byPost.status).toBe(200);
    expect(byPost.headers.get('content-type')).toContain('application/graphql-response+json');
    const byGet = await fetch(`${test.url}/graphql?query=${encodeURIComponent(query)}`, { headers: JSON_HEADERS });
    expect(await byGet.json()).toEqual(await byPost.json());
    expect(byGet.headers.get('cache-control')).toBe('no-store');
  });

  it('takes JSON for what no other site can send unasked, whatever else is said of it', async () => {
    const query = '{ products { totalCount } }';
    expect((await post({ query }, { 'apollo-require-preflight': '' })).status).toBe(200);
    for (const type of ['text/plain', 'text/plain;application/json']) {
      const forged = await post({ query }, { 'content-type': type });
      expect({ type, status: forged.status }).toEqual({ type, status: 400 });
      expect((await codeOf(forged))?.message).toContain('Cross-Site Request Forgery');
    }
  });

  it('refuses a document of no characters, with a hash as well', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'x' } };
    for (const body of [{ query: '' }, { query: '', extensions }]) expect((await post(body)).status).toBe(400);
  });

  it('answers HEAD as GET, without the body', async () => {
    const query = encodeURIComponent('{ products { totalCount } }');
    const head = await fetch(`${test.url}/graphql?query=${query}`, { method: 'HEAD', headers: JSON_HEADERS });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toContain('application/json');
    expect(await head.text()).toBe('');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'QUERY'])(
    'answers 405 to %s and says which methods there are, before it looks at a body',
    async (method) => {
      const response = await fetch(`${test.url}/graphql?query={__typename}`, {
        method,
        headers: { 'content-type': 'application/xml' },
        body: '<query/>',
      });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect((await codeOf(response))?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('answers OPTIONS with the methods there are, and allows no other site anything', async () => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(await response.text()).toBe('');
  });

  it('refuses a request that a page of another site could send by itself', async () => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{__typename}"}',
    });
    expect(response.status).toBe(400);
  });

  it.each([
    [
      'too deep',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } } } } }',
    ],
    ['too many aliases', aliasesOf('products { totalCount }', 40)],
    ['too many aliases of a field that costs nothing', aliasesOf('__typename', 200)],
    ['too many tokens', `{ products { ${'totalCount '.repeat(3000)} } }`],
    ['an unknown field', '{ products { secret } }'],
    ['a syntax error', '{ products {'],
  ])('answers BAD_USER_INPUT to a document with %s', async (_title, query) => {
    const response = await post({ query });
    expect(response.status).toBe(400);
    expect((await codeOf(response))?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('says plainly which limit a document exceeds', async () => {
    const messageOf = async (query: string) => (await codeOf(await post({ query })))?.message;
    expect(await messageOf(aliasesOf('__typename', 15))).toBeUndefined();
    expect(await messageOf(aliasesOf('__typename', 16))).toBe(
      'The document has more than 15 aliases, which is as many as it may have. Ask for less at once.',
    );
    const deep = `{ products { ${'... { '.repeat(15)} totalCount ${'} '.repeat(15)} } }`;
    expect(await messageOf(deep)).toMatch(/^The document is more than 14 levels deep,/);
    const directives = `{ products { ${'totalCount @include(if: true) '.repeat(51)} } }`;
    expect(await messageOf(directives)).toMatch(/^The document has more than 50 directives,/);
  });

  it('answers OPERATION_RESOLUTION_FAILURE to the name of an operation that the document has not', async () => {
    const canary = 'TestaMustermann';
    for (const query of ['query Known { __typename }', 'query A { __typename } query B { __typename }']) {
      for (const operationName of [canary, undefined].slice(0, query.includes('B') ? 2 : 1)) {
        const response = await post({ query, operationName });
        expect(response.status).toBe(400);
        const error = await codeOf(response);
        expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'OPERATION_RESOLUTION_FAILURE' });
        expect(error?.message).not.toContain(canary);
      }
    }
    expect(test.logged()).not.toContain(canary);
  });

  it('does not repeat a value that was sent, neither from variables nor from a literal, before and after compilation', async () => {
    const canary = 'testa.mustermann@example.com';
    for (let sighting = 0; sighting < 3; sighting += 1) {
      const variable = await post({
        query: 'query ($first: Int!) { products(first: $first) { totalCount } }',
        variables: { first: canary },
      });
      const literal = await post({ query: `{ products(first: "${canary}") { totalCount } }` });
      for (const response of [variable, literal]) {
        expect(response.status).toBe(400);
        const text = await response.text();
        expect(text).toContain('BAD_USER_INPUT');
        expect(text).not.toContain(canary);
      }
    }
    expect(test.logged()).not.toContain(canary);
  });

  it('does not learn documents from clients by their hash', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    expect((await codeOf(await post({ extensions })))?.extensions.reason).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('refuses batches and bodies that are too large', async () => {
    expect((await post([{ query: '{ __typename }' }])).status).toBe(400);
    expect((await post({ query: `{ __typename } # ${'x'.repeat(200_000)}` })).status).toBe(413);
  });

  it('gives no metric or log line an address or a query text', async () => {
    await post({ query: 'query Canary4711 { products(query: "gänseblümchen") { totalCount } }' });
    const metrics = await (await fetch(`${test.url}/metrics`)).text();
    expect(metrics).toContain('process_cpu_seconds_total');
    const lines = test
      .logged()
      .split('\n')
      .filter((line) => !line.includes('Server listening'));
    expect(lines.length).toBeGreaterThan(1);
    for (const text of [metrics, ...lines]) {
      expect(text).not.toContain('Canary4711');
      expect(text).not.toContain('gänseblümchen');
      expect(text).not.toContain('127.0.0.1');
    }
  });
});
