const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment where the seller is, in a time zone by its IANA name: that of the tax office (ISO 8601 date). */
export function sellerDayOf(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(moment);
}
