import { buildSchema } from 'graphql';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buy, order } from '../../../test/shop/buy.ts';
import { freePort, openShopOn, openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { shelve } from '../../../test/shop/shelve.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { createLogger } from '../../platform/logger/logger.ts';
import type { RequestContext } from '../context.ts';
import { createApollo } from '../graphql/create-apollo.ts';
import { createGraphqlMetrics } from './graphql-metrics.ts';

/** Without what is said of the process itself, which no request can fill. */
const metricsOf = async (url: string) => {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  return lines.filter((line) => !/^#|nodejs_|process_|_bucket/.test(line)).join('\n');
};

describeEachDialect('The metrics', (open) => {
  let test: TestShop;
  beforeAll(async () => {
    test = await openShopOn(await open());
  });
  afterAll(() => test.close());

  it('count orders, payments and mails by what became of them', async () => {
    const { variantId } = await shelve(test.shop);
    await buy(test, [variantId]);
    await order(test, [variantId]);
    await test.shop.jobs.runDue();
    const metrics = await metricsOf(test.url);
    expect(metrics).toContain('orders_total{state="AWAITING_PAYMENT"} 2');
    expect(metrics).toContain('orders_total{state="PAID"} 1');
    expect(metrics).toContain('payments_total{state="SUCCEEDED"} 1');
    expect(metrics).toContain('mails_total{outcome="SPOOLED"} 1');
  });

  it('tell requests by the pattern of their route and the class of their status', async () => {
    await fetch(`${test.url}/pictures/nobody-has-this.svg`);
    await fetch(`${test.url}/testa.mustermann@example.com`);
    const metrics = await metricsOf(test.url);
    expect(metrics).toMatch(/http_request_duration_seconds_count\{route="\/graphql",status="2xx"\} \d+/);
    expect(metrics).toMatch(/http_request_duration_seconds_count\{route="\/pictures\/\*",status="4xx"\} 1/);
    expect(metrics).not.toContain('nobody-has-this');
    expect(metrics).not.toContain('mustermann');
  });

  it('count a document that a client made up as free, and errors by their code', async () => {
    const ask = (query: string) =>
      fetch(`${test.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    await ask('query Testa4711 { products { totalCount } }');
    await ask('query Testa4711 { products(first: "x") { totalCount } }');
    const metrics = await metricsOf(test.url);
    expect(metrics).toMatch(/graphql_errors_total\{code="BAD_USER_INPUT"\} [1-9]/);
    expect(metrics).toMatch(/graphql_operations_total\{operation="free"\} [1-9]/);
    expect(metrics).not.toContain('Testa4711');
  });
});

it('names the operations of trusted documents', async () => {
  const registry = new Registry();
  const trusted = new Map([['8e7e', 'query Shelf { a }']]);
  const query = trusted.get('8e7e') ?? '';
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(query))).toString('hex');
  const metrics = createGraphqlMetrics(registry, new Map([[hash, query]]));
  const apollo = createApollo(buildSchema('type Query { a: Int }'), trusted, createLogger('silent'), metrics);
  await apollo.start();
  const contextValue = { settleAccess: async () => undefined } as RequestContext;
  await apollo.executeOperation({ query }, { contextValue });
  await apollo.stop();
  expect(await registry.metrics()).toContain('graphql_operations_total{operation="Shelf"} 1');
});

describe('With OPS_PORT', () => {
  it('answers health and metrics there and no longer on the public port', async () => {
    const opsPort = await freePort();
    const test = await openTestShop({ OPS_PORT: String(opsPort) });
    const ops = `http://127.0.0.1:${opsPort}`;
    for (const path of ['/metrics', '/health/live', '/health/ready']) {
      expect((await fetch(`${ops}${path}`)).status).toBe(200);
      expect((await fetch(`${test.url}${path}`)).status).toBe(404);
    }
    expect((await fetch(`${ops}/graphql?query={__typename}`)).status).toBe(404);
    await test.close();
    await expect(fetch(`${ops}/health/live`)).rejects.toThrow();
  });
});
