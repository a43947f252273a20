import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningInstitution, startSandboxInstitution } from './start-sandbox-institution.ts';
import { merchantOf, testConfig } from './testing/merchant.ts';
import { startWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

let receiver: WebhookReceiver;
let institution: RunningInstitution | undefined;
let merchant: ReturnType<typeof merchantOf>;

async function restart(authorisationMs: number): Promise<void> {
  await institution?.close();
  institution = await startSandboxInstitution(testConfig({ webhookUrl: receiver.url, authorisationMs }));
  merchant = merchantOf(institution.url);
}

beforeAll(async () => {
  receiver = await startWebhookReceiver();
});

afterAll(async () => {
  await receiver.close();
});

describe('a payment and an expiry at the same moment', () => {
  it('end in exactly one of the two, 200 times, and both callers and the webhook say which', async () => {
    await restart(2);
    for (let round = 0; round < 200; round += 1) {
      const { id } = await merchant.open();
      // The head starts of 0 to 7 ms let the expiry come before, during and after the decision of the bank.
      const paying = merchant.pay(id);
      await wait(round % 8);
      const [paid, expired] = await Promise.all([paying, merchant.expire(id)]);
      const { state } = await merchant.show(id);
      expect(['SUCCEEDED', 'EXPIRED']).toContain(state);
      expect(paid.status).toBe(state === 'SUCCEEDED' ? 200 : 409);
      expect(expired.json.state).toBe(state);
      const { event } = await receiver.next((webhook) => webhook.event.data.sessionId === id);
      expect(event.type).toBe(state === 'SUCCEEDED' ? 'payment.succeeded' : 'session.expired');
    }
    expect(receiver.received).toHaveLength(200);
  });

  it('end in the expiry when the bank is still deciding: its yes comes too late and takes nothing', async () => {
    await restart(60_000);
    const { id } = await merchant.open();
    const paying = merchant.pay(id);
    while ((await merchant.show(id)).state !== 'PROCESSING');
    expect((await merchant.pay(id)).json.error).toMatchObject({ code: 'not_open', state: 'PROCESSING' });
    expect((await merchant.expire(id)).json.state).toBe('EXPIRED');
    // Closing makes the bank decide at once.
    await institution?.close();
    expect(await paying).toMatchObject({ status: 409, json: { error: { state: 'EXPIRED' } } });
  });
});
