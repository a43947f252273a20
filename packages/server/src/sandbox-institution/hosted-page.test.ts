import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningInstitution, startSandboxInstitution } from './start-sandbox-institution.ts';
import { goodCard, merchantOf, type SessionAnswer, sessionRequest, testConfig } from './testing/merchant.ts';

let institution: RunningInstitution;
let merchant: ReturnType<typeof merchantOf>;

beforeAll(async () => {
  institution = await startSandboxInstitution(testConfig());
  merchant = merchantOf(institution.url);
});

afterAll(() => institution.close());

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, page: await response.text() };
}

async function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), page: await response.text() };
}

async function formToken(session: SessionAnswer): Promise<string> {
  const { page } = await get(session.url);
  return /name="formToken" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

describe('the hosted page', () => {
  it('shows merchant, amount and reference, takes the card and sends the payer back', async () => {
    const session = await merchant.open();
    const { status, page } = await get(`${session.url}?lang=en`);
    expect(status).toBe(200);
    for (const text of ['Payment to Barrier', '€128.40', 'BR-10427', '4000 0000 0000 0002'])
      expect(page).toContain(text);
    const paid = await post(session.url, { ...goodCard, formToken: await formToken(session) });
    expect(paid).toMatchObject({ status: 303, location: sessionRequest().returnUrl });
    expect((await merchant.show(session.id)).state).toBe('SUCCEEDED');
    expect((await get(`${session.url}?lang=en`)).page).toContain('This payment has been made.');
  });

  it('comes without script or cookie, under a policy that allows its own style and the way back only', async () => {
    const session = await merchant.open();
    const { headers, page } = await get(session.url);
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; img-src 'self'; form-action 'self' http:\/\/localhost:4000; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('shows what is wrong beside the fields, keeps the date and never the number or the code', async () => {
    const session = await merchant.open();
    const token = await formToken(session);
    const fields = { cardNumber: '4111 1111 1111 1111', expiry: '11/39', cvc: '98', formToken: token };
    const { status, page } = await post(`${session.url}?lang=en`, fields);
    expect(status).toBe(422);
    expect(page).toContain('<title>Error: ');
    expect(page).toContain('href="#cardNumber"');
    expect(page).toMatch(
      /id="cardNumber"[^>]*aria-describedby="cardNumber-hint cardNumber-problem"[^>]*aria-invalid="true"/,
    );
    expect(page).toContain('Never enter a real card');
    expect(page).toContain('The security code has 3 digits.');
    expect(page).toContain('value="11/39"');
    expect(page).not.toMatch(/4111|value="98"/);
    expect((await merchant.show(session.id)).state).toBe('OPEN');
  });

  it('forgets a card number that was typed into the field for the date', async () => {
    const session = await merchant.open();
    const fields = { cardNumber: '', expiry: '4111111111111111', cvc: '', formToken: await formToken(session) };
    expect((await post(session.url, fields)).page).not.toContain('4111111111111111');
  });

  it('answers a decline by redirect, so that reloading sends no card again, and says what happened', async () => {
    const session = await merchant.open();
    const fields = { ...goodCard, cardNumber: '4000000000009995', formToken: await formToken(session) };
    const declined = await post(`${session.url}?lang=de`, fields);
    expect(declined).toMatchObject({ status: 303, location: `/pay/${session.id}?lang=de` });
    const { page } = await get(`${session.url}?lang=de`);
    expect(page).toContain('Das Guthaben der Karte reicht nicht.');
    expect(page).toContain('id="cardNumber"');
  });

  it('warns of the last tries and then takes no more cards', async () => {
    const session = await merchant.open();
    const attempt = () => merchant.pay(session.id, { cardNumber: '4000000000000002' });
    for (let count = 1; count <= 9; count += 1) await attempt();
    expect((await get(`${session.url}?lang=en`)).page).toContain('You have one try left.');
    await attempt();
    const { page } = await get(`${session.url}?lang=en`);
    expect(page).toContain('Too many tries');
    expect(page).not.toContain('id="cardNumber"');
  });

  it('cancels and sends the payer to the other address', async () => {
    const session = await merchant.open();
    const cancelled = await post(`${session.url}/cancel`, { formToken: await formToken(session) });
    expect(cancelled).toMatchObject({ status: 303, location: sessionRequest().cancelUrl });
    expect((await merchant.show(session.id)).state).toBe('CANCELLED');
    expect((await get(`${session.url}?lang=en`)).page).toContain('This payment was cancelled.');
  });

  it('cancels nothing that has been paid', async () => {
    const session = await merchant.open();
    const token = await formToken(session);
    await merchant.pay(session.id);
    expect((await post(`${session.url}/cancel`, { formToken: token })).location).toBe(`/pay/${session.id}?lang=en`);
    expect((await merchant.show(session.id)).state).toBe('SUCCEEDED');
  });

  it('answers a wrong form token and an unknown session alike, and takes nothing', async () => {
    const session = await merchant.open();
    const other = await formToken(await merchant.open());
    const unknown = await post(`${institution.url}/pay/ses_unknown`, { ...goodCard, formToken: other });
    const wrong = await post(session.url, { ...goodCard, formToken: other });
    const without = await post(`${session.url}/cancel`, {});
    const token = await formToken(session);
    const foreign = await post(session.url, { ...goodCard, formToken: token }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(unknown.status).toBe(404);
    for (const answer of [wrong, without, foreign]) expect(answer).toEqual(unknown);
    expect((await merchant.show(session.id)).state).toBe('OPEN');
  });

  it('speaks English, German and Chinese, by the address or by what the browser prefers', async () => {
    const session = await merchant.open();
    expect((await get(session.url, { 'Accept-Language': 'de-AT' })).page).toContain('<html lang="de-DE">');
    expect((await get(`${session.url}?lang=zh`)).page).toContain('向 Barrier 付款');
    const german = (await get(`${session.url}?lang=de`)).page;
    expect(german).toContain('128,40\u00a0€');
    expect(german).toContain(`action="/pay/${session.id}?lang=de"`);
  });

  it('fills a test card in on request', async () => {
    const session = await merchant.open();
    const { page } = await get(`${session.url}?card=declined`);
    expect(page).toContain('value="4000 0000 0000 0002"');
    expect(page).toContain('value="123"');
  });
});

describe('the doors of the house', () => {
  it('say at the root where payments come from, in the language of whoever opens it', async () => {
    const { status, headers, page } = await get(`${institution.url}/`, { 'Accept-Language': 'de-AT' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(page).toContain('Bestellen Sie im Shop');
    expect((await post(`${institution.url}/`, {})).status).toBe(404);
  });

  it('counts what the shop must not let through: cookies and referrers', async () => {
    const session = await merchant.open();
    const before = await merchant.diagnostics();
    await get(session.url, { Cookie: 'cart=1' });
    await get(session.url, { Referer: 'http://localhost:4000/checkout' });
    const after = await merchant.diagnostics();
    expect(after.requestsWithCookie).toBe(before.requestsWithCookie + 1);
    expect(after.requestsWithReferer).toBe(before.requestsWithReferer + 1);
  });

  it('answers under its own name only, not as localhost where the cookies of the shop would come along (D14)', async () => {
    const { port } = new URL(institution.url);
    for (const [host, status] of [
      [`localhost:${port}`, 421],
      ['rebound.example.com', 421],
      [`127.0.0.1:${port}`, 200],
    ] as const) {
      const asked = request(`${institution.url}/icon.svg`, { headers: { Host: host } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBe(status);
    }
  });

  it('refuses bodies over 16 kB and of other types', async () => {
    const large = await merchant.call('POST', '/v1/sessions', { reference: 'x'.repeat(17_000) });
    expect(large.status).toBe(413);
    const text = await merchant.call('POST', '/v1/sessions', 'text', { 'Content-Type': 'text/plain' });
    expect(text.status).toBe(415);
  });

  it('repeats nothing of a body that is no JSON', async () => {
    const session = await merchant.open();
    const answer = await fetch(`${institution.url}/v1/sessions/${session.id}/pay`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"cardNumber": 4242424242424242, oops',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('4242');
  });
});
