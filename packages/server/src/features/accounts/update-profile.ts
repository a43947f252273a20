import type { UpdateProfileInput } from '@barrier/schema/accounts/profile.input.ts';
import type { ProfilePayload } from '@barrier/schema/accounts/profile.result.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { cleanTraces } from '../../privacy/traces/clean-traces.ts';
import { isPrintable } from '../addresses/validate-address.ts';
import { correctOpenOrders } from '../orders/correct-open-orders.ts';
import { findOpenOrders, type OpenOrder } from '../orders/find-open-orders.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { lockAccountRow } from './lock-as-proven.ts';
import { openOwnValues } from './open-own-values.ts';
import { refuseAccountText } from './refuse-account-text.ts';
import { requireSession } from './require-session.ts';
import { viewCustomer } from './view-customer.ts';

/** As long as a name on a label may be. */
const LONGEST_NAME = 70;

/**
 * Changes the name and the language of an account. The old name is overwritten, here and, unless the customer wants otherwise, in the same
 * transaction on the orders that bear it and are not dispatched yet (P6.2).
 */
export async function updateProfile(context: AccountContext, input: UpdateProfileInput): Promise<ProfilePayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  const name = input.name === undefined ? undefined : input.name?.normalize('NFC').trim() || null;
  const wrong = name ? refuseName(name, input.language) : null;
  if (wrong) return { customer: null, orders: [], userErrors: [wrong] };
  const open = name && input.correctOrders ? await findOrdersOfName(context, accountId, name) : [];
  const orders = await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    // Before the orders, as whoever changes the address does: two at once would else wait for each other.
    await lockAccountRow(em, accountId);
    const account = await em.findOneOrFail(Account, { id: accountId });
    if (name !== undefined)
      account.name = name === null ? null : core.vault.seal(subject, 'account.name', accountId, name);
    if (input.mailLanguage) account.language = input.mailLanguage;
    const corrected = await correctOpenOrders(core, em, open);
    await em.flush();
    if (name !== undefined) await cleanTraces(core, em);
    return corrected;
  });
  return { customer: await viewCustomer(context), orders, userErrors: [] };
}

function refuseName(name: string, language: UpdateProfileInput['language']): UserError | null {
  const refused = refuseAccountText(name, ['name'], language, LONGEST_NAME);
  return refused ?? (isPrintable(name) ? null : accountError('INVALID_CHARACTERS', language, ['name']));
}

async function findOrdersOfName(
  context: AccountContext,
  accountId: string,
  after: string,
): Promise<readonly OpenOrder[]> {
  const { core } = context;
  const { name, subjectId } = await core.stores.main.em.fork().findOneOrFail(Account, { id: accountId });
  if (!name) return [];
  const { before } = await openOwnValues(context, subjectId, {
    before: { sealed: name, category: 'NAME', coordinate: 'Customer.name' },
  });
  return before === after ? [] : findOpenOrders(context, { kind: 'NAME', value: { before, after } });
}
