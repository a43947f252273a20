import type { EnterSecondFactorInput } from '@barrier/schema/accounts/second-factor.input.ts';
import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PublicError } from '../../../platform/errors.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../../platform/orm/stored-moment.ts';
import { MAX_ATTEMPTS } from '../../../platform/tokens/mailed-code.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { MOST_FAILURES } from '../limit-sign-ins.ts';
import { refuseAccountText } from '../refuse-account-text.ts';
import { admitBySecondFactor } from './admit-by-second-factor.ts';
import { findSecondFactor } from './find-second-factor.ts';
import { openTotpSecret } from './open-totp-secret.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { hashOfRecoveryCode } from './recovery-codes.ts';
import { SecondFactorChallenge } from './second-factor-challenge.entity.ts';
import { securityError } from './security-errors.ts';
import { tellOwner } from './tell-owner.ts';
import { stepOfCode } from './totp-code.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/**
 * Takes the code of an authenticator app, or a recovery code, as the second factor. Token and code are each good once; a token takes
 * five codes, and an account ten within a quarter of an hour, by whomever.
 * @throws {PublicError} TOO_MANY_REQUESTS after many codes for the account, or from the network.
 */
export async function enterSecondFactor(
  context: AccountContext,
  input: EnterSecondFactorInput,
): Promise<SignInPayload> {
  const { core } = context;
  const { language, device } = input;
  context.throttle();
  const wrongDevice = device ? refuseAccountText(device, ['device'], language, 80) : null;
  if (wrongDevice) return { customer: null, secondFactor: null, userErrors: [wrongDevice] };
  const path = [input.recoveryCode == null ? 'code' : 'recoveryCode'];
  const wrong = { customer: null, secondFactor: null, userErrors: [securityError('FACTOR_WRONG', language, path)] };
  const asked = await findSecondFactor(context, input);
  if (!asked || !(await countAttempt(context, asked))) return wrong;
  const em = core.stores.main.em.fork();
  const account = await em.findOne(Account, { id: asked.accountId, state: 'ACTIVE' });
  const take = account && (await takerOf(context, account, input));
  if (!account || !take) return wrong;
  const passed = await em.transactional(async (inner) => {
    // Of several at once one finds it: the others' codes stay unused.
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const held = await inner.findOne(SecondFactorChallenge, { id: asked.id }, { ...lock, refresh: true });
    if (!held || !(await take(inner))) return false;
    inner.remove(held);
    return true;
  });
  return passed ? admitBySecondFactor(context, account, asked.sessionId ?? null, device ?? null) : wrong;
}

/**
 * Counts an attempt before anything is compared, so that many at once are counted like many in a row; false if the token has had its five.
 * @throws {PublicError} TOO_MANY_REQUESTS
 */
async function countAttempt({ core }: AccountContext, { id, accountId }: SecondFactorChallenge): Promise<boolean> {
  const { run, dialect } = sqlIn(core.stores.main.em.fork());
  const counted = await run(
    'update second_factor_challenge set attempts = attempts + 1 where id = ? and attempts < ? returning id',
    [id, MAX_ATTEMPTS],
  );
  if (counted.length === 0) return false;
  const [sum] = await run<{ attempts: number | string }>(
    'select sum(attempts) as attempts from second_factor_challenge where account_id = ? and expires_at > ?',
    [accountId, storedMoment(core.clock.now(), dialect)],
  );
  if (Number(sum?.attempts) <= MOST_FAILURES) return true;
  throw new PublicError(
    'TOO_MANY_REQUESTS',
    'There were many codes for this account. Please wait a quarter of an hour, or sign in by a passkey.',
  );
}

/** How what was entered is used up, in a transaction; false if somebody else has. Null if it is wrong to begin with. */
async function takerOf(
  { core, fingerprintKey }: AccountContext,
  { id: accountId }: Account,
  { code, recoveryCode }: EnterSecondFactorInput,
): Promise<((em: SqlEntityManager) => Promise<boolean>) | null> {
  if (recoveryCode != null) {
    const codeHash = hashOfRecoveryCode(fingerprintKey, accountId, recoveryCode);
    return async (em) => {
      if ((await em.nativeDelete(RecoveryCode, { account: accountId, codeHash })) === 0) return false;
      await tellOwner(em, accountId, 'RECOVERY_CODE_USED');
      return true;
    };
  }
  const factor = await core.stores.main.em
    .fork()
    .findOne(TotpFactor, { account: accountId, confirmedOn: { $ne: null } });
  const step = factor && code != null ? stepOfCode(await openTotpSecret(core, factor), code, core.clock.now()) : null;
  if (!factor || step === null) return null;
  return async (em) =>
    (await em.nativeUpdate(TotpFactor, { id: factor.id, lastStep: { $lt: step } }, { lastStep: step })) === 1;
}
