import { createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyWebhookSignature, WEBHOOK_TOLERANCE_MS } from './verify-webhook-signature.ts';

const SECRET = 'cc'.repeat(32);
const BODY = Buffer.from('{"id":"evt_1"}');
const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;

const sign = (time: number, body = BODY, secret = SECRET) =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
const verify = (header: string | undefined, body = BODY, now = NOW) =>
  verifyWebhookSignature(createSecretKey(SECRET, 'utf8'), body, header, now);

describe('The signature of a webhook', () => {
  it('holds over the raw bytes', () => {
    expect(verify(`t=${SECONDS},v1=${sign(SECONDS)}`)).toBe('VALID');
  });

  it('holds by either of two signatures while the secret is changed', () => {
    expect(verify(`t=${SECONDS},v1=${sign(SECONDS, BODY, 'old')},v1=${sign(SECONDS)}`)).toBe('VALID');
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['no signature', `t=${SECONDS}`],
    ['another secret', `t=${SECONDS},v1=${sign(SECONDS, BODY, 'dd'.repeat(32))}`],
    ['the time changed', `t=${SECONDS + 1},v1=${sign(SECONDS)}`],
    ['a signature that is too short', `t=${SECONDS},v1=${sign(SECONDS).slice(2)}`],
    ['a version that is not known', `t=${SECONDS},v0=${sign(SECONDS)}`],
    ['a sign before the time', `t=-${SECONDS},v1=${sign(-SECONDS)}`],
    ['more signatures than are ever sent', `t=${SECONDS}${`,v1=${sign(SECONDS)}`.repeat(5)}`],
  ])('is forged with %s', (_title, header) => {
    expect(verify(header)).toBe('FORGED');
  });

  it('is forged for another body, be it by one space', () => {
    expect(verify(`t=${SECONDS},v1=${sign(SECONDS)}`, Buffer.from('{"id": "evt_1"}'))).toBe('FORGED');
  });

  it('is stale beyond five minutes, before and after', () => {
    const header = `t=${SECONDS},v1=${sign(SECONDS)}`;
    for (const direction of [1, -1]) {
      expect(verify(header, BODY, new Date(NOW.getTime() + direction * WEBHOOK_TOLERANCE_MS))).toBe('VALID');
      expect(verify(header, BODY, new Date(NOW.getTime() + direction * (WEBHOOK_TOLERANCE_MS + 1)))).toBe('STALE');
    }
  });
});
