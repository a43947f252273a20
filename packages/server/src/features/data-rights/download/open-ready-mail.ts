import { grantAccess } from '../../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { PrivacyError } from '../../../privacy/privacy-error.ts';
import type { Sealed } from '../../../privacy/vault/sealed.ts';
import { Account } from '../../accounts/account.entity.ts';
import { Order } from '../../orders/order.entity.ts';

/** To whom it is said that a copy can be fetched. */
export interface ReadyMail {
  readonly to: string;
  /** The number of the order that a guest asked for; null for customers. */
  readonly orderNumber: string | null;
}

/** Opens the address of whoever asked for a copy; null if there is none any more. */
export async function openReadyMail(core: PrivacyCore, subjectId: string): Promise<ReadyMail | null> {
  const em = core.stores.main.em.fork();
  const account = await em.findOne(Account, { subjectId, state: 'ACTIVE' });
  if (account) return open(core, account.email, 'account.email', null);
  const order = await em.findOne(Order, { subjectId });
  return order?.email ? open(core, order.email, 'order.email', order.number) : null;
}

async function open(
  core: PrivacyCore,
  sealed: Sealed<string>,
  field: 'account.email' | 'order.email',
  orderNumber: string | null,
): Promise<ReadyMail | null> {
  const subjectId = sealed.binding?.subjectId ?? '';
  try {
    const grants = await grantAccess(core, {
      viewer: { kind: 'system', task: 'mail-download-ready' },
      purpose: 'DATA_RIGHTS',
      reason: 'MAIL',
      items: [{ subjectId, category: 'EMAIL', coordinate: `egress:mail/${field}` }],
    });
    return { to: core.vault.open(sealed, grants.for(subjectId, 'EMAIL')), orderNumber };
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'ERASED') return null;
    throw error;
  }
}
