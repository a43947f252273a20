/** Whether every database keeps a text as it is: PostgreSQL takes neither U+0000 nor half of a surrogate pair, SQLite both. */
export function isKeptText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
