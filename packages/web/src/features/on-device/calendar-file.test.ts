import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';
import type { KeepsUntil } from './use-by.ts';

const opened: KeepsUntil = {
  product: {
    slug: 'dew-gel-cleanser',
    title: 'Dew, Gel; Cleanser\nBEGIN:VALARM',
    subtitle: null,
    language: 'en',
    price: null,
    keptOn: '2026-01-31',
    details: null,
  },
  openedOn: '2026-01-31',
  until: '2027-01-31',
};

const file = calendarFile([opened], (name) => `Past its time: ${name}`, new Date('2026-02-01T10:00:00Z'));

describe('The calendar file', () => {
  it('has a whole day for each product, with an alarm a week before', () => {
    const lines = file.replaceAll('\r\n ', '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270131');
    expect(lines).toContain('DTSTAMP:20260201T100000Z');
    expect(lines).toContain('TRIGGER:-P7D');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('lets no name end its line', () => {
    expect(file.split('\r\n').filter((line) => line === 'BEGIN:VALARM')).toHaveLength(1);
    expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:Past its time: Dew\\, Gel\\; Cleanser\\nBEGIN:VALARM');
  });
});
