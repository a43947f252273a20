import type { ErasureScope } from '@barrier/schema/data-rights/erasure-state.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { Account } from '../accounts/account.entity.ts';
import { Order } from '../orders/order.entity.ts';

/** Whom a mail about an erasure goes to. */
export interface ErasureReader {
  readonly to: string;
  readonly language: Language;
  /** The order that it is about; null for an account. */
  readonly orderId: string | null;
  readonly subjectId: string;
}

/** Opens the address of an account or order for a mail about its erasure, against an entry in the access log; null if it is gone. */
export async function openErasureReader(
  core: PrivacyCore,
  { scope, subjectId }: { scope: ErasureScope; subjectId: string },
): Promise<ErasureReader | null> {
  const em = core.stores.main.em.fork();
  const account = scope === 'ACCOUNT' ? await em.findOne(Account, { subjectId }) : null;
  const order = scope === 'ORDER' ? await em.findOne(Order, { subjectId }) : null;
  const holder = account ?? order;
  if (!holder?.email) return null;
  const field = account ? 'account.email' : 'order.email';
  try {
    const grants = await grantAccess(core, {
      viewer: { kind: 'system', task: 'mail-erasure' },
      purpose: 'DATA_RIGHTS',
      reason: 'DATA_REQUEST',
      items: [{ subjectId, category: 'EMAIL', coordinate: `egress:mail/${field}` }],
    });
    const to = core.vault.open(holder.email, grants.for(subjectId, 'EMAIL'));
    return { to, language: holder.language, orderId: order?.id ?? null, subjectId };
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'ERASED') return null;
    throw error;
  }
}
