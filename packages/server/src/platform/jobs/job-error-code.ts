/** The stable code of an error, as far as it has one; its message may quote a value and is never stored. */
export function errorCodeOf(error: unknown): string {
  const { code, name } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown;
    name?: unknown;
  };
  const text = typeof code === 'string' ? code : typeof name === 'string' ? name : 'UNKNOWN';
  return text.replaceAll(/[^A-Za-z0-9_.-]/g, '').slice(0, 64) || 'UNKNOWN';
}
