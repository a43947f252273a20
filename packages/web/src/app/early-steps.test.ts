import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEVICE_KEYS } from '../platform/device-storage.ts';

describe('The early script', () => {
  it('reads the chosen scheme where the switch keeps it', () => {
    const script = readFileSync(join(import.meta.dirname, 'early-steps.ts'), 'utf8');
    expect(script).toContain(`localStorage.getItem('${DEVICE_KEYS.theme}')`);
  });
});
