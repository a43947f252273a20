import type { SecondFactorMeans } from '@barrier/schema/accounts/second-factor.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Account } from '../account.entity.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** What an account has besides password and mailbox. */
export interface Factors {
  readonly passkeys: number;
  readonly totp: boolean;
  readonly recoveryCodes: number;
  /** Whether a password or a mailed code alone does not sign in. */
  readonly asked: boolean;
}

/** What an account has besides password and mailbox, and whether it asks for it. */
export async function findFactors(
  em: SqlEntityManager,
  { id, passkeyRequired }: Pick<Account, 'id' | 'passkeyRequired'>,
): Promise<Factors> {
  const passkeys = await em.count(Passkey, { account: id });
  const totp = (await em.count(TotpFactor, { account: id, confirmedOn: { $ne: null } })) > 0;
  const recoveryCodes = await em.count(RecoveryCode, { account: id });
  return { passkeys, totp, recoveryCodes, asked: totp || (passkeyRequired && passkeys > 0) };
}

/** By what the second factor can be shown. */
export function meansOf({ passkeys, totp, recoveryCodes }: Factors): SecondFactorMeans[] {
  const means: SecondFactorMeans[] = [];
  if (passkeys > 0) means.push('PASSKEY');
  if (totp) means.push('TOTP');
  if (recoveryCodes > 0) means.push('RECOVERY_CODE');
  return means;
}
