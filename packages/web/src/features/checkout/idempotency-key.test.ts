import { describe, expect, it } from 'vitest';
import { idempotencyKeys } from './idempotency-key.ts';

describe('idempotencyKeys', () => {
  it('gives the same input the same key', () => {
    const keyFor = idempotencyKeys();
    expect(keyFor({ city: 'Musterstadt' })).toBe(keyFor({ city: 'Musterstadt' }));
  });

  it('gives changed input another key', () => {
    const keyFor = idempotencyKeys();
    expect(keyFor({ city: 'Musterstadt' })).not.toBe(keyFor({ city: 'Musterdorf' }));
  });

  it('gives each form keys of its own', () => {
    expect(idempotencyKeys()({ city: 'Musterstadt' })).not.toBe(idempotencyKeys()({ city: 'Musterstadt' }));
  });
});
