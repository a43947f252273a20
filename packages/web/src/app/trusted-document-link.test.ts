import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloClient, InMemoryCache } from '@apollo/client';
import { parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectionError, trustedDocumentLink } from './trusted-document-link.ts';

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server that answers everything alike, and what it received. */
async function answering(status: number, answer: string): Promise<{ endpoint: string; received: Received[] }> {
  const received: Received[] = [];
  const running = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      received.push({ method: request.method, headers: request.headers, body });
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    });
  });
  server = running;
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(running.address() as AddressInfo).port}/graphql`, received };
}

const clientFor = (endpoint: string) =>
  new ApolloClient({ link: trustedDocumentLink(endpoint), cache: new InMemoryCache() });
const trusted = Object.assign(parse('query Greeting($name: String) { greeting(name: $name) }'), {
  __meta__: { hash: 'sha256:abc' },
});

describe('trustedDocumentLink', () => {
  it('sends the hash of the document instead of its text, by POST', async () => {
    const { endpoint, received } = await answering(200, '{"data":{"greeting":"hello"}}');
    const { data } = await clientFor(endpoint).query({
      query: trusted,
      variables: { name: 'Testa' },
      context: { headers: { 'idempotency-key': 'once' } },
    });
    expect(data).toEqual({ greeting: 'hello' });
    expect(received[0]?.method).toBe('POST');
    expect(received[0]?.headers['idempotency-key']).toBe('once');
    expect(received[0]?.body).toEqual({
      operationName: 'Greeting',
      variables: { name: 'Testa' },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } },
    });
  });

  it('refuses a document that nobody has made trusted', async () => {
    const { endpoint } = await answering(200, '{"data":{}}');
    await expect(clientFor(endpoint).query({ query: parse('{ greeting }') })).rejects.toThrow(/trusted documents/);
  });

  it('tells a server that answers no GraphQL from one that does', async () => {
    const { endpoint } = await answering(502, '"Bad gateway"');
    await expect(clientFor(endpoint).query({ query: trusted })).rejects.toThrow(ConnectionError);
  });

  it('tells when nobody answers', async () => {
    await expect(clientFor('http://127.0.0.1:1/graphql').query({ query: trusted })).rejects.toThrow(ConnectionError);
  });
});
