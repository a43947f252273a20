/** A name as part of an address: lower case, letters and digits of any writing, hyphens between. */
export function slugOf(name: string, longest = 200): string {
  return (
    name
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replace(/ä/g, 'ae')
      .replace(/ö/g, 'oe')
      .replace(/ü/g, 'ue')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, longest)
      // Half of a character that takes two places.
      .replace(/[\uD800-\uDBFF]$/, '')
  );
}
