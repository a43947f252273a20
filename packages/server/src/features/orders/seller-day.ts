const SELLER_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The calendar day of a moment where the seller is: that of the tax office (ISO 8601 date). */
export function sellerDayOf(moment: Date): string {
  return SELLER_DAY.format(moment);
}
