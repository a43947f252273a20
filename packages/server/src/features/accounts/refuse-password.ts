import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { accountError } from './account-errors.ts';
import { checkPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './check-password.ts';

/** What is wrong with a new password, as a user error; null if nothing is. */
export async function refusePassword(
  password: string,
  email: string,
  path: readonly string[],
  language: Language,
): Promise<UserError | null> {
  const fault = await checkPassword(password, email);
  return fault && accountError(fault, language, path, { shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD });
}
