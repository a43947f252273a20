import { expect, it } from 'vitest';
import { signWebhook } from './webhook-signature.ts';

it('signs the time and the body as openssl does', () => {
  // printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac 'a secret' -hex
  const expected = '4874522873064605f20d3c462f752b73c936fde66bb6b53dac56a532e7471773';
  expect(signWebhook('a secret', 1_700_000_000, '{"id":"evt_1"}')).toBe(`t=1700000000,v1=${expected}`);
});
