import type { PasskeyCreation, PasskeyCreationPayload } from '@barrier/schema/accounts/account-security.result.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { accountError } from '../account-errors.ts';
import { isFresh, requireSession } from '../require-session.ts';
import { securityError } from '../second-factor/security-errors.ts';
import { userHandleOf } from './keyed-hashes.ts';
import { Passkey } from './passkey.entity.ts';
import { startCeremony } from './passkey-ceremony.ts';
import { PASSKEY_ALGORITHMS, relyingParty } from './relying-party.ts';
import { viewPasskey } from './view-passkey.ts';

/** More passkeys than that nobody has devices for. */
export const MOST_PASSKEYS = 20;

/** Begins to add a passkey, after a fresh proof: whoever adds one can sign in by it from then on. */
export async function startPasskeyCreation(
  context: AccountContext,
  language: Language,
): Promise<PasskeyCreationPayload> {
  const { core, fingerprintKey } = context;
  const { id: sessionId, accountId, subjectId } = requireSession(context);
  if (!isFresh(context)) return { creation: null, userErrors: [accountError('NOT_FRESH', language)] };
  const em = core.stores.main.em.fork();
  const account = await em.findOneOrFail(Account, { id: accountId });
  const passkeys = await em.find(Passkey, { account: accountId });
  if (passkeys.length >= MOST_PASSKEYS)
    return { creation: null, userErrors: [securityError('MANY_PASSKEYS', language, [], { most: MOST_PASSKEYS })] };
  const { id: rpId, name: rpName } = relyingParty(context);
  const creation: PasskeyCreation = {
    challenge: await startCeremony(core, 'CREATE', { subjectId, sessionId, secondFactorId: null }),
    rpId,
    rpName,
    userHandle: userHandleOf(fingerprintKey, accountId),
    algorithms: [...PASSKEY_ALGORITHMS],
    known: passkeys.map((passkey) => viewPasskey(core, account, passkey)),
  };
  return { creation, userErrors: [] };
}
