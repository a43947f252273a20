import { randomInt } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import type { HashKey } from '../../../platform/tokens/hash-key.ts';
import { hashOfCode } from '../../../platform/tokens/mailed-code.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { RecoveryCode } from './recovery-code.entity.ts';

/** How many there are of a set. */
const CODES = 10;

/** Letters and digits of which none is taken for another (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Fifty bits: with five attempts a sign-in nobody guesses one. */
const CHARACTERS = 10;

/**
 * Makes the recovery codes of an account anew, in the caller's transaction; those before are gone. They are answered this once: what
 * is kept are keyed hashes.
 */
export async function renewRecoveryCodes(
  em: SqlEntityManager,
  { fingerprintKey }: Pick<AccountContext, 'fingerprintKey'>,
  { accountId, subjectId }: { readonly accountId: string; readonly subjectId: string },
): Promise<string[]> {
  await em.nativeDelete(RecoveryCode, { account: accountId });
  const codes = Array.from({ length: CODES }, newRecoveryCode);
  for (const code of codes) {
    em.create(RecoveryCode, {
      // Not in the order in which they are shown.
      id: uuidv4(),
      account: em.getReference(Account, accountId),
      subjectId,
      codeHash: hashOfRecoveryCode(fingerprintKey, accountId, code),
    });
  }
  await em.flush();
  return codes;
}

/** What is stored of a recovery code, however its letters were typed. */
export function hashOfRecoveryCode(fingerprintKey: HashKey, accountId: string, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return hashOfCode(fingerprintKey, 'account.recovery', accountId, plain.slice(0, 100));
}

/** Two groups of five, as people read them out. */
function newRecoveryCode(): string {
  const letters = Array.from({ length: CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, CHARACTERS / 2)}-${letters.slice(CHARACTERS / 2)}`;
}
