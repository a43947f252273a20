/** The most characters of a search that are looked at; the API refuses more. */
export const LONGEST_QUERY = 200;

/** The words that an address asks for, cut to what is looked at: an address may be of any length, and its page must open. */
export function searchedWords(search: URLSearchParams): string {
  const words = (search.get('q') ?? '').trim();
  // A sign that is written as two units is left out whole.
  return words
    .slice(0, LONGEST_QUERY)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
