/** Shortest and longest password, in characters. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** What can be wrong with a password. */
export type PasswordFault = 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_KNOWN';

/**
 * What is wrong with a new password, or null: its length, or that it stands on lists of passwords that were published, or is little
 * more than the address. What it is made of is nobody's business (NIST SP 800-63B).
 */
export async function checkPassword(password: string, email: string): Promise<PasswordFault | null> {
  const characters = [...password.normalize('NFC')].length;
  if (characters < SHORTEST_PASSWORD) return 'PASSWORD_SHORT';
  if (characters > LONGEST_PASSWORD) return 'PASSWORD_LONG';
  const plain = password.normalize('NFKC').toLowerCase();
  const local = email.slice(0, email.lastIndexOf('@')).toLowerCase();
  const isAddress = plain === email.toLowerCase() || (local.length >= 4 && plain.replaceAll(local, '').length < 4);
  const isMonotonous = new Set(plain).size < 4;
  return isAddress || isMonotonous || (await isPublished(plain)) ? 'PASSWORD_KNOWN' : null;
}

let published: Promise<ReadonlySet<string>> | null = null;

/**
 * Whether it is one of some 49,000 passwords that were published, with or without figures and signs around it. The list is
 * part of a package, so that nobody outside is asked; it is loaded with the first password that is set.
 */
async function isPublished(plain: string): Promise<boolean> {
  published ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  const list = await published;
  return list.has(plain) || list.has(plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}
