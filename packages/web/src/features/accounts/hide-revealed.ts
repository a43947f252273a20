/** A personal value in an answer of the API, of whatever shape (D7). */
interface Revealed {
  readonly access: 'REVEALED';
  readonly until: string | null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isRevealed(value: unknown): value is Revealed {
  return isObject(value) && value.access === 'REVEALED';
}

/** The moment (ms) at which the first value that an answer reveals is to go from the screen; null if it reveals none. */
export function firstEnd(answer: unknown): number | null {
  if (!isObject(answer)) return null;
  const own = isRevealed(answer) && answer.until !== null ? [Date.parse(answer.until)] : [];
  const inner = Object.values(answer).flatMap((value) => firstEnd(value) ?? []);
  const ends = [...own, ...inner];
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** An answer without what it reveals: the values are hidden, all else stays. */
export function hideRevealed<Answer>(answer: Answer): Answer {
  return hide(answer) as Answer;
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (!isObject(value)) return value;
  if (!isRevealed(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hide(inner)]));
  // Whatever the shape calls its value, text, parts or items: nothing but its name is left.
  const { __typename } = value as { readonly __typename?: unknown };
  const emptied = Object.fromEntries(Object.keys(value).map((key) => [key, null]));
  return { ...emptied, ...(__typename === undefined ? {} : { __typename }), access: 'MASKED' };
}
