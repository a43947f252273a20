import { ApiError } from '../api-error.ts';

const LANGUAGE = /^[a-z]{2}(-[A-Za-z]{2,4})?$/;
const PATH = /^[A-Za-z0-9/._~-]{1,200}$/;

/**
 * Checks where a payer is to be sent back to and returns it in its normal form. It must be of an allowed origin and can
 * say no more than the reference and a language, so that nothing about the payer reaches this institution (P5.2); a
 * fragment is refused because the shop's rights travel in fragments (D16).
 */
export function readReturnAddress(
  value: unknown,
  field: string,
  allowed: { origins: readonly string[]; reference: string },
): string {
  const url = typeof value === 'string' && value.length <= 500 && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined) throw refused(field, 'is not an absolute address of at most 500 characters');
  if (!allowed.origins.includes(url.origin)) throw refused(field, 'is not of an origin agreed with this institution');
  if (url.username || url.password) throw refused(field, 'carries a user name');
  if (url.href.includes('#')) throw refused(field, 'carries a fragment');
  if (!PATH.test(url.pathname))
    throw refused(field, 'has a path with other characters than letters, digits and - . _ ~ /');
  for (const [name, text] of url.searchParams) {
    if (!/^[a-zA-Z_-]{1,32}$/.test(name) || !(text === allowed.reference || LANGUAGE.test(text))) {
      throw refused(field, 'carries a query that is neither the reference nor a language');
    }
  }
  return url.href;
}

function refused(field: string, why: string): ApiError {
  return new ApiError(400, 'invalid_address', `${field} ${why}.`, field);
}
