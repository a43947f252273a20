import { generateIcsCalendar } from 'ts-ics';
import type { KeepsUntil } from './use-by.ts';

/** How many days before a product is past its time the calendar says so. */
const DAYS_BEFORE = 7;

/** A calendar file (RFC 5545) with a day for each product that will be past its time. */
export function calendarFile(
  products: readonly KeepsUntil[],
  title: (name: string) => string,
  now = new Date(),
): string {
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Barrier//On this device//EN',
    events: products.map(({ product, openedOn, until }) => ({
      // The same product, opened on the same day, is the same entry when the file is read again.
      uid: `${product.slug}-${openedOn}@barrier.device`,
      summary: title(product.title),
      stamp: { date: now },
      start: { date: new Date(`${until}T00:00:00Z`), type: 'DATE' },
      duration: { days: 1 },
      timeTransparent: 'TRANSPARENT',
      alarms: [
        {
          action: 'DISPLAY',
          description: title(product.title),
          trigger: { type: 'relative', value: { before: true, days: DAYS_BEFORE } },
        },
      ],
    })),
  });
}
