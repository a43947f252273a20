import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { readSealedRow } from '../../privacy/vault/read-sealed-row.ts';
import { Order } from './order.entity.ts';
import type { OrderContent } from './order-content.ts';

/** What the order work needs of a sealed order; good for one transaction, never kept. */
export interface PreparedOrder {
  readonly orderId: string;
  /**
   * Null if the order or its key is gone: then nothing can be done for it, and the nightly sweep frees its stock. Also if its person has had
   * the data restricted: nothing of theirs is set aside then, and money that comes all the same goes back.
   */
  readonly content: OrderContent | null;
}

/**
 * Opens what was ordered for the shop's own work on the order, against an entry in the access log. Call it before the
 * transaction that needs it: the log is written on its own connection and never inside another's transaction (D6).
 */
export async function openOrderContent(core: PrivacyCore, orderId: string, task: string): Promise<PreparedOrder> {
  const order = await readSealedRow(core.stores.main, Order, { by: 'id', value: orderId });
  if (!order?.content) return { orderId, content: null };
  const category = 'ORDER_RECORD';
  try {
    const grants = await grantAccess(core, {
      viewer: { kind: 'system', task },
      purpose: 'ORDER_PROCESSING',
      reason: 'ORDER_WORK',
      items: [{ subjectId: order.subjectId, category, coordinate: 'Order.lines' }],
    });
    return { orderId, content: core.vault.open(order.content, grants.for(order.subjectId, category)) };
  } catch (error) {
    if (error instanceof PrivacyError && (error.code === 'ERASED' || error.code === 'RESTRICTED'))
      return { orderId, content: null };
    throw error;
  }
}
