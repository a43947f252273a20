import { domainToASCII } from 'node:url';

/** Longest address (RFC 5321, with the angle brackets taken off). */
const MAX_LENGTH = 254;

/** Longest part before the @, in bytes (RFC 5321). */
const MAX_LOCAL = 64;

/** The part before the @: words of RFC 5321's signs, or of letters and digits of any script (RFC 6531), with single dots between. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{N}\p{M}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{N}\p{M}]+)*$/u;

/** What a domain is written with, before it is read as browsers do (UTS 46): that would take what follows a slash for a path. */
const DOMAIN_SIGNS = /^[\p{L}\p{N}\p{M}.\-\u3002]+$/u;

/** A name on the internet in ASCII: two labels at least, none with a dash at its end, the last one no number. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])$/;

/** The address that mail is sent to, as it was entered but for spaces around it; null if it is none. */
export function checkEmail(entered: string): string | null {
  const email = entered.normalize('NFC').trim();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  if (at < 1 || email.length > MAX_LENGTH || Buffer.byteLength(local) > MAX_LOCAL || !LOCAL.test(local)) return null;
  const domain = email.slice(at + 1).normalize('NFKC');
  return DOMAIN_SIGNS.test(domain) && DOMAIN.test(domainToASCII(domain)) ? email : null;
}
