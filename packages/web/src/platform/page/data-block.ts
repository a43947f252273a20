/**
 * A value as the content of a script element that holds data (D19). Only `<` can end such an element or open a comment in
 * it; the line separators are escaped for parsers older than ES2019.
 */
export function serialiseDataBlock(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
