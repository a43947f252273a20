import { expect, it } from 'vitest';
import { firstEnd, hideRevealed } from './hide-revealed.ts';

const ANSWER = {
  __typename: 'Customer',
  id: 'c1',
  email: { access: 'REVEALED', text: 'testa@example.org', until: '2026-11-27T12:00:00.000Z' },
  addresses: [
    {
      isDefault: true,
      address: { access: 'REVEALED', text: 'Musterweg 1', until: '2026-11-27T11:00:00.000Z' },
      addressParts: { access: 'REVEALED', until: '2026-11-27T11:30:00.000Z', parts: { city: 'Musterhausen' } },
      phone: { access: 'ERASED', text: null, until: null },
    },
  ],
};

it('What an answer reveals goes at the first of its times, whatever shape it has, and all else stays', () => {
  expect(firstEnd(ANSWER)).toBe(Date.parse('2026-11-27T11:00:00.000Z'));
  const hidden = hideRevealed(ANSWER);
  expect(JSON.stringify(hidden)).not.toMatch(/testa|Muster/);
  expect(hidden).toMatchObject({
    id: 'c1',
    email: { access: 'MASKED' },
    addresses: [{ isDefault: true, phone: { access: 'ERASED' } }],
  });
  expect(firstEnd(hidden)).toBeNull();
});
