import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LeafContent, leafHash } from './leaf.ts';

const content: LeafContent = {
  sequence: 12,
  id: '01990000-0000-7000-8000-000000000001',
  at: '2026-03-01T08:15:00.000Z',
  viewerKind: 'staff',
  viewerId: 'staff-3',
  role: 'support',
  purpose: 'AFTER_SALES',
  reason: 'CASE',
  caseId: 'case-9',
  pseudonym: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  coordinates: ['Order.email', 'Order.phone'],
  subjectSequence: 2,
  previousLeaf: Buffer.alloc(32, 1),
};
const salt = Buffer.alloc(16, 2);

it('A leaf hash is SHA-256 over 0x00, the version and the fields as the encoding says', () => {
  const field = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, Buffer.byteLength(text)]), Buffer.from(text)]);
  const data = Buffer.concat([
    Buffer.from([0x00, 0x01]),
    Buffer.from([0, 0, 0, 16]),
    salt,
    ...['12', content.id, content.at, 'staff', 'staff-3', 'support', 'AFTER_SALES', 'CASE', 'case-9'].map(field),
    ...[content.pseudonym, '2', 'Order.email', 'Order.phone', '2'].map(field),
    Buffer.from([0, 0, 0, 32]),
    Buffer.alloc(32, 1),
  ]);
  expect(leafHash(content, salt).toString('hex')).toBe(createHash('sha256').update(data).digest('hex'));
});

it('Every field counts, and a missing one is not an empty one', () => {
  const changes: Partial<LeafContent>[] = [
    { sequence: 13 },
    { id: '01990000-0000-7000-8000-000000000002' },
    { at: '2026-03-01T08:15:00.001Z' },
    { viewerKind: 'system' },
    { viewerId: null },
    { viewerId: '' },
    { role: 'fulfilment' },
    { purpose: 'DELIVERY' },
    { reason: 'INCIDENT' },
    { caseId: null },
    { pseudonym: '6f9619ff-8b86-4011-b42d-00c04fc964fe' },
    { coordinates: ['Order.email'] },
    { coordinates: ['Order.emailOrder.phone'] },
    { subjectSequence: 3 },
    { previousLeaf: null },
  ];
  const hashes = [content, ...changes.map((change) => ({ ...content, ...change }))].map((one) => leafHash(one, salt));
  hashes.push(leafHash(content, Buffer.alloc(16, 3)));
  expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(hashes.length);
});

it('Two different entries never share an encoding, wherever text moves between fields', () => {
  const text = fc.option(fc.string({ maxLength: 6 }), { nil: null });
  const fields = fc.record({
    viewerId: text,
    role: text,
    caseId: text,
    coordinates: fc.array(fc.string({ maxLength: 6 })),
  });
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      expect(leafHash({ ...content, ...a }, salt).equals(leafHash({ ...content, ...b }, salt))).toBe(same);
    }),
  );
});
