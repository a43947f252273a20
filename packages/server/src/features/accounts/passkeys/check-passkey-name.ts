import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { refuseAccountText } from '../refuse-account-text.ts';
import { securityError } from '../second-factor/security-errors.ts';

/** What a passkey is to be called, or what is wrong with that. */
export function checkPasskeyName(
  entered: string,
  language: Language,
): { readonly name: string; readonly error: UserError | null } {
  const name = entered.normalize('NFC').trim();
  const error =
    name === '' ? securityError('NAME_MISSING', language, ['name']) : refuseAccountText(name, ['name'], language, 80);
  return { name, error };
}
