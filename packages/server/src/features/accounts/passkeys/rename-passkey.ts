import type { RenamePasskeyArgs } from '@barrier/schema/accounts/account-security.args.ts';
import type { AccountSecurityPayload } from '@barrier/schema/accounts/account-security.result.ts';
import { validate } from 'uuid';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import type { AccountContext } from '../account-context.ts';
import { requireSession } from '../require-session.ts';
import { refused, viewChangedSecurity } from '../second-factor/view-security.ts';
import { checkPasskeyName } from './check-passkey-name.ts';
import { Passkey } from './passkey.entity.ts';

/** Calls a passkey something else; an id that is none of the customer's changes nothing. */
export async function renamePasskey(
  context: AccountContext,
  { id, name: entered, language }: RenamePasskeyArgs,
): Promise<AccountSecurityPayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  const { name, error } = checkPasskeyName(entered, language);
  if (error) return refused(error);
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    // PostgreSQL takes nothing else for the id of a row.
    const passkey = validate(id) ? await em.findOne(Passkey, { id, account: accountId }) : null;
    if (passkey) passkey.name = core.vault.seal(subject, 'passkey.name', id, name);
  });
  return viewChangedSecurity(context);
}
