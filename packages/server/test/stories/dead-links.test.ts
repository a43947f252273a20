import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RawSql } from '../../src/platform/orm/raw-sql.ts';
import { hashOfToken } from '../../src/platform/tokens/token.ts';
import { DOCUMENTS } from '../shop/as-shopper.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';
import { type Work, watchWork } from '../shop/watch-work.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const DEAD = ['wrong', 'empty', 'unknown', 'expired', 'revoked', 'of another kind'] as const;

describeEachDialect('A link that leads nowhere', (open) => {
  let stores: TestStores;
  let test: TestShop;
  let lastWork: () => Work;
  const tokens = {} as Record<(typeof DEAD)[number] | 'alive', string>;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
    lastWork = watchWork(test.shop);
    const { variantId } = await shelve(test.shop);
    const [alive, expired, revoked, proved] = [
      await buy(test, [variantId]),
      await buy(test, [variantId]),
      await buy(test, [variantId]),
      await buy(test, [variantId]),
    ] as [Bought, Bought, Bought, Bought];
    const sql = new RawSql(stores.main);
    const change = (what: string, { token }: Bought) =>
      sql.run(`update order_link set ${what} where token_hash = ?`, [hashOfToken(token)]);
    await sql.run('update order_link set expires_at = (select min(placed_at) from placed_order) where token_hash = ?', [
      hashOfToken(expired.token),
    ]);
    await change('revoked_at = expires_at', revoked);
    await change("kind = 'PROOF'", proved);
    Object.assign(tokens, {
      alive: alive.token,
      wrong: 'no-token-at-all',
      empty: '',
      unknown: randomBytes(32).toString('base64url'),
      expired: expired.token,
      revoked: revoked.token,
      'of another kind': proved.token,
    });
  });
  afterAll(() => test.close());

  it.each(['follow', 'requestCode', 'prove', 'pay'] as const)(
    'answers %s alike, whatever is wrong with it: status, bytes, statements and hashes (D20)',
    async (operation) => {
      const send = async (token: string) => {
        const body = JSON.stringify({ query: DOCUMENTS[operation], variables: { token, code: '000000' } });
        const headers = { 'content-type': 'application/json', 'order-proof': 'no-proof' };
        const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers, body });
        const answer = { status: response.status, headers: steady(response.headers), body: await response.text() };
        const { statements, hashes } = lastWork();
        return { ...answer, statements: statements.length, hashes };
      };
      // Documents are compiled at their second sighting.
      for (let sighting = 0; sighting < 3; sighting += 1) await send(tokens.unknown);

      const answers = new Map<string, unknown>();
      for (const kind of DEAD) answers.set(kind, await send(tokens[kind]));
      const alive = await send(tokens.alive);

      for (const kind of DEAD) expect(answers.get(kind), kind).toEqual(answers.get('unknown'));
      // One look at the links; one hash of the document and one of the token.
      expect(answers.get('unknown')).toMatchObject({ status: 200, statements: 1, hashes: 2 });
      expect(alive.body).not.toContain('NOT_FOUND');
    },
  );

  it('gives no invoice either, and says no more', async () => {
    const ask = async (token: string) => {
      const response = await fetch(`${test.url}/orders/invoice`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      return { status: response.status, body: await response.text() };
    };
    const unknown = await ask(tokens.unknown);
    expect(unknown.status).toBe(404);
    for (const kind of DEAD) expect(await ask(tokens[kind]), kind).toEqual(unknown);
  });

  it.each(['null', '[]', '"token"', '7', '{}', '{"token":7}'])('gives none to what names no link: %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${test.url}/orders/invoice`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('BAD_USER_INPUT');
  });

  it('is never taken by GET or HEAD, dead or alive (D16)', async () => {
    for (const token of [tokens.alive, tokens.unknown]) {
      const parameters = new URLSearchParams({ query: DOCUMENTS.follow, variables: JSON.stringify({ token }) });
      const ask = (method: string) =>
        fetch(`${test.url}/graphql?${parameters.toString()}`, {
          method,
          headers: { 'content-type': 'application/json' },
        });
      const response = await ask('GET');
      // HEAD shows no body, but how long it would have been, which must be the same refusal's length.
      const head = await ask('HEAD');
      expect(head.headers.get('content-length')).toBe(response.headers.get('content-length'));
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    for (const line of test.logged().split('\n')) expect(line).not.toContain(tokens.alive);
  });
});

/** The headers of an answer without its date. */
function steady(headers: Headers): Record<string, string> {
  const { date: _date, ...rest } = Object.fromEntries(headers);
  return rest;
}
