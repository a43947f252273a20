import { expect, it } from 'vitest';
import { findTraces } from './find-traces.ts';
import { rowsLedToBy } from './trace-rows.ts';

const NAME = 'Wilhelmine Quirrelmann';
const utf8 = Buffer.from(NAME, 'utf8');

it.each([
  ['UTF-8', utf8],
  ['UTF-16', Buffer.from(NAME, 'utf16le')],
  ['hexadecimal', Buffer.from(utf8.toString('hex'))],
  ['base64', Buffer.from(utf8.toString('base64'))],
  ['base64 after one other byte', Buffer.from(Buffer.concat([Buffer.from('{'), utf8]).toString('base64'))],
  [
    'base64 between others',
    Buffer.from(Buffer.concat([Buffer.from('{"'), utf8, Buffer.from('"}')]).toString('base64')),
  ],
  ['capitals', Buffer.from(NAME.toUpperCase())],
])('A trace of a name is found in %s', (_encoding, bytes) => {
  const haystack = Buffer.concat([Buffer.alloc(100, 7), bytes, Buffer.alloc(100, 9)]);
  expect(findTraces(haystack, [NAME, 'Somebody Else'])).toEqual([expect.stringContaining(NAME)]);
});

it('No trace is found where there is none', () => {
  expect(findTraces(Buffer.from('Wilhelm Quirrel'), [NAME])).toEqual([]);
});

it('A row leads to others by equal values and near times, over several steps, and by no day', () => {
  const id = '0b9c1c0e-58a1-4c7e-9a53-0a1b2c3d4e5f';
  const row = (table: string, columns: Record<string, unknown>) => ({ table, columns });
  const start = row('order', { id, day: '2026-01-02' });
  const rows = [
    start,
    row('by value inside JSON', { payload: JSON.stringify({ about: id }), at: '2026-01-02T10:00:00.000Z' }),
    row('by time', { at: new Date('2026-01-02T10:00:20Z').getTime(), sku: 'CALM-0001' }),
    row('by value again', { sku: 'CALM-0001' }),
    row('by day alone', { day: '2026-01-02', at: '2026-01-02 18:00:00+00' }),
  ];
  expect(rowsLedToBy(start, rows).map(({ table }) => table)).toEqual([
    'order',
    'by value inside JSON',
    'by time',
    'by value again',
  ]);
});
