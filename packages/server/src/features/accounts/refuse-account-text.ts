import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { isMasked } from '../../privacy/access/mask.ts';
import { refuseSensitive } from '../../privacy/guard/refuse-sensitive.ts';
import { accountError } from './account-errors.ts';

/** Door In for a text of an account: what is wrong with it, or null. The error names the field, never the value (P2.4). */
export function refuseAccountText(
  text: string,
  path: readonly string[],
  language: Language,
  longest = 200,
): UserError | null {
  if (text.length > longest) return accountError('TOO_LONG', language, path);
  if (isMasked(text)) return accountError('MASKED_VALUE', language, path);
  const finding = refuseSensitive(text);
  if (!finding) return null;
  return accountError(finding.kind === 'PAYMENT_CARD' ? 'PAYMENT_CARD_REFUSED' : 'NATIONAL_ID_REFUSED', language, path);
}
