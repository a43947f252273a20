import { domainToASCII } from 'node:url';

/**
 * The one form of an e-mail address by which it is found again (D2): NFKC, without spaces around, the domain in lower case and
 * punycode without a closing dot, the part before the @ in lower case. Dots and +tags are kept: only the provider knows what they mean.
 * @throws {TypeError} if it is no address.
 */
export function normaliseEmail(email: string): string {
  const text = email.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const domain = domainToASCII(
    text
      .slice(at + 1)
      .toLowerCase()
      .replace(/\.$/, ''),
  );
  if (at < 1 || domain === '' || /\s/.test(text)) throw new TypeError('This is no e-mail address.');
  return `${local}@${domain}`;
}
