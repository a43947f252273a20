import { Category } from '@barrier/schema/privacy/category.ts';
import { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Viewer } from './viewer.ts';

const me = '01990000-0000-7000-8000-000000000001';
const somebodyElse = '01990000-0000-7000-8000-000000000002';
const visitor: Viewer = { kind: 'visitor' };
const byLink: Viewer = { kind: 'visitor', proofs: [{ subjectId: me, by: 'LINK' }] };
const byCode: Viewer = {
  kind: 'visitor',
  proofs: [
    { subjectId: me, by: 'LINK' },
    { subjectId: me, by: 'CODE' },
  ],
};
const customer: Viewer = { kind: 'customer', personId: 'p1', subjectIds: [me] };
const support: Viewer = { kind: 'staff', staffId: 's1', role: 'support', caseId: 'c1' };
const administrator: Viewer = { kind: 'staff', staffId: 's2', role: 'administrator', caseId: 'c1' };
const carrier: Viewer = {
  kind: 'partner',
  partnerId: 'p1',
  recipient: 'logistics',
  scopes: ['shipments:read'],
  subjectIds: [me],
};
const mail: Viewer = { kind: 'system', task: 'order-confirmation-mail' };

it.each<[string, Viewer, Category, Purpose, string, string]>([
  ['a visitor sees nothing of anybody', visitor, 'EMAIL', 'DATA_RIGHTS', me, 'DENY'],
  ['a link shows that values exist, not the values', byLink, 'EMAIL', 'DATA_RIGHTS', me, 'MASK'],
  ['a link is no proof for another subject', byLink, 'EMAIL', 'DATA_RIGHTS', somebodyElse, 'DENY'],
  ['a mailed code reveals', byCode, 'DELIVERY_ADDRESS', 'DATA_RIGHTS', me, 'REVEAL'],
  ['a mailed code is no proof for another subject', byCode, 'EMAIL', 'DATA_RIGHTS', somebodyElse, 'DENY'],
  ['a customer sees their own', customer, 'ORDER_RECORD', 'DATA_RIGHTS', me, 'REVEAL'],
  ["a customer sees nobody else's", customer, 'ORDER_RECORD', 'DATA_RIGHTS', somebodyElse, 'DENY'],
  ['support sees a mask for its purposes', support, 'PHONE', 'CUSTOMER_SERVICE', me, 'MASK'],
  ['support sees nothing for other purposes', support, 'PHONE', 'PRODUCT_NEWS', me, 'DENY'],
  ['an administrator sees nothing personal', administrator, 'NAME', 'CUSTOMER_SERVICE', me, 'DENY'],
  ['a carrier sees where its own parcels go', carrier, 'DELIVERY_ADDRESS', 'DELIVERY', me, 'REVEAL'],
  ['a carrier sees no e-mail address', carrier, 'EMAIL', 'DELIVERY', me, 'DENY'],
  ["a carrier sees nothing of others' parcels", carrier, 'DELIVERY_ADDRESS', 'DELIVERY', somebodyElse, 'DENY'],
  ['a mail of the system takes the address it is sent to', mail, 'EMAIL', 'ORDER_PROCESSING', me, 'REVEAL'],
  ['the system has no use of a name for news', mail, 'NAME', 'PRODUCT_NEWS', me, 'DENY'],
])('Decided by the access matrix: %s', (_sentence, viewer, category, purpose, subjectId, answer) => {
  expect(decide(viewer, category, purpose, { id: subjectId, restricted: false })).toBe(answer);
});

it('Staff without an assigned case are revealed nothing, whatever the category and purpose', () => {
  const withoutCase: Viewer = { kind: 'staff', staffId: 's1', role: 'support' };
  for (const category of Object.values(Category)) {
    for (const purpose of Object.values(Purpose)) {
      expect(decide(withoutCase, category, purpose, { id: me, restricted: false })).not.toBe('REVEAL');
    }
  }
});
