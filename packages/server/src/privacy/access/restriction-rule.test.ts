import { type Answer, answerFor, matrixRows, type ViewerKind } from '@barrier/schema/privacy/access-matrix.ts';
import { Category } from '@barrier/schema/privacy/category.ts';
import { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Viewer } from './viewer.ts';

const me = '01990000-0000-7000-8000-000000000001';
const staff = (role: 'support' | 'fulfilment' | 'privacy-officer'): Viewer => ({
  kind: 'staff',
  staffId: 's1',
  role,
  caseId: 'c1',
});
const partner = (recipient: 'logistics' | 'payment'): Viewer => ({
  kind: 'partner',
  partnerId: 'p1',
  recipient,
  scopes: [],
  subjectIds: [me],
});

/** Each kind of viewer with everything that could speak for them. */
const VIEWERS: Readonly<Record<ViewerKind, Viewer>> = {
  visitor: { kind: 'visitor' },
  subject: { kind: 'customer', personId: 'p1', subjectIds: [me] },
  system: { kind: 'system', task: 'a-mail' },
  'staff:support': staff('support'),
  'staff:fulfilment': staff('fulfilment'),
  'staff:privacy-officer': staff('privacy-officer'),
  'partner:logistics': partner('logistics'),
  'partner:payment': partner('payment'),
};

/** All that is left open: whatever else the matrix gives is closed. */
const LEFT: Readonly<Partial<Record<ViewerKind, readonly string[]>>> = {
  subject: Object.values(Category).map((category) => `${category} DATA_RIGHTS`),
  system: [
    'NAME LEGAL_OBLIGATION',
    'EMAIL DATA_RIGHTS',
    'EMAIL SECURITY',
    'DELIVERY_ADDRESS LEGAL_OBLIGATION',
    'ORDER_RECORD LEGAL_OBLIGATION',
    'PAYMENT_REFERENCE PAYMENT',
    'MESSAGE DATA_RIGHTS',
    'MESSAGE SECURITY',
    'CREDENTIAL SECURITY',
  ],
};

describe.each(Object.keys(VIEWERS) as ViewerKind[])('Data under restriction, asked for by %s', (kind) => {
  const answers = (restricted: boolean) =>
    Object.values(Category).flatMap((category) =>
      Object.values(Purpose).map((purpose): [string, Answer] => [
        `${category} ${purpose}`,
        decide(VIEWERS[kind], category, purpose, { id: me, restricted }),
      ]),
    );

  it('is denied for every category and purpose but those that the law and its person need', () => {
    const open = answers(true).flatMap(([what, answer]) => (answer === 'DENY' ? [] : [what]));
    expect(open).toEqual(LEFT[kind] ?? []);
  });

  it('is answered as before when that is lifted', () => {
    for (const [what, answer] of answers(false)) {
      const [category, purpose] = what.split(' ') as [Category, Purpose];
      expect([what, answer]).toEqual([what, answerFor(kind, category, purpose)]);
    }
  });
});

it('A restriction closes something of every viewer whom the matrix gives more than their own', () => {
  const given = new Set(matrixRows().map(({ viewer }) => viewer));
  for (const kind of given) {
    const before = matrixRows().filter((row) => row.viewer === kind).length;
    if (kind !== 'subject') expect(LEFT[kind]?.length ?? 0).toBeLessThan(before);
  }
});

it('The link of an order alone shows a mask under restriction as well, and no value', () => {
  const byLink: Viewer = { kind: 'visitor', proofs: [{ subjectId: me, by: 'LINK' }] };
  expect(decide(byLink, 'EMAIL', 'DATA_RIGHTS', { id: me, restricted: true })).toBe('MASK');
});
