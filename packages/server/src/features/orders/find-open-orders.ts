import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import type { Address } from '../addresses/address-field.ts';
import { isSameAddress } from '../addresses/is-same-address.ts';
import { Order } from './order.entity.ts';
import type { Correction } from './overwrite-order.ts';

/** Name, address and phone number as they stand on a parcel. */
export interface Label {
  readonly recipientName: string;
  readonly address: Address;
  /** E.164. */
  readonly phone: string | null;
}

interface Changed<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What a customer changes about themselves: one of these at a time. */
export type PersonChange =
  | { readonly kind: 'EMAIL'; readonly value: Changed<string> }
  | { readonly kind: 'NAME'; readonly value: Changed<string> }
  | { readonly kind: 'LABEL'; readonly value: Changed<Label> };

/** An order that is not dispatched yet, and what of it a change replaces. */
export interface OpenOrder {
  readonly orderId: string;
  readonly subjectId: string;
  readonly number: string;
  /** Null where the order has another value than the one that was changed: it was meant so, and stays. */
  readonly correction: Correction | null;
  /** The ciphertexts that were looked at: an order that has others by the time it is locked was changed meanwhile. */
  readonly seen: string;
}

const NOTHING: Correction = { email: null, recipientName: null, address: null, phone: null };

/**
 * The orders of a customer that are not dispatched yet, each with what a change means for it: an order follows if it has the value as it was
 * before. They are opened for the customer, against entries in the access log, before the transaction that changes anything (D6).
 */
export async function findOpenOrders(
  { core, viewer }: { readonly core: PrivacyCore; readonly viewer: Viewer },
  change: PersonChange,
): Promise<readonly OpenOrder[]> {
  const own = viewer.kind === 'customer' ? [...viewer.subjectIds] : [];
  const orders = await core.stores.main.em.fork().find(
    Order,
    { subjectId: { $in: own }, state: { $in: ['AWAITING_PAYMENT', 'PAID'] }, deliveredAt: null },
    // In the order in which they will be locked, so that two changes at once do not wait for each other.
    { orderBy: { id: 'asc' } },
  );
  const openedOf = await openLabels(core, viewer, change.kind === 'EMAIL' ? [] : orders);
  return orders.map((order) => ({
    orderId: order.id,
    subjectId: order.subjectId,
    number: order.number,
    correction: correctionOf(core, order, openedOf(order), change),
    seen: seenOf(order),
  }));
}

/** The ciphertexts of an order that a change may replace, in one text to compare. */
export function seenOf({ email, recipientName, address, phone }: Order): string {
  return [email, recipientName, address, phone].map((sealed) => sealed?.bytes.toString('base64') ?? '').join('.');
}

function correctionOf(
  { blindIndex }: Pick<PrivacyCore, 'blindIndex'>,
  { emailIndex }: Order,
  opened: Partial<Label>,
  { kind, value }: PersonChange,
): Correction | null {
  switch (kind) {
    case 'EMAIL': {
      const known = blindIndex.candidates('order.email', value.before);
      return emailIndex != null && known.includes(emailIndex) ? { ...NOTHING, email: value.after } : null;
    }
    case 'NAME':
      return opened.recipientName === value.before ? { ...NOTHING, recipientName: value.after } : null;
    case 'LABEL': {
      const { before, after } = value;
      const isTheirs =
        opened.recipientName === before.recipientName &&
        opened.address !== undefined &&
        isSameAddress(opened.address, before.address);
      if (!isTheirs) return null;
      // A number only where the order has one, since only its carrier needs one (P2.1), and only in the place of the one that was saved.
      const phone = opened.phone != null && opened.phone === before.phone ? after.phone : null;
      return { ...NOTHING, recipientName: after.recipientName, address: after.address, phone };
    }
  }
}

/** Opens what stands on the parcels of orders, all in one write of the log. */
async function openLabels(core: PrivacyCore, viewer: Viewer, orders: readonly Order[]) {
  const items = orders.flatMap(({ subjectId, recipientName, address, phone }) => [
    ...(recipientName ? [{ subjectId, category: 'NAME', coordinate: 'Order.recipientName' } as const] : []),
    ...(address ? [{ subjectId, category: 'DELIVERY_ADDRESS', coordinate: 'Order.addressParts' } as const] : []),
    ...(phone ? [{ subjectId, category: 'PHONE', coordinate: 'Order.phone' } as const] : []),
  ]);
  if (items.length === 0) return () => ({});
  const grants = await grantAccess(core, { viewer, purpose: 'DATA_RIGHTS', reason: 'OWN_VIEW', items });
  return ({ subjectId, recipientName, address, phone }: Order): Partial<Label> => {
    if (grants.erased.has(subjectId)) return {};
    const open = <T>(sealed: Sealed<T>, category: (typeof items)[number]['category']) =>
      core.vault.open(sealed, grants.for(subjectId, category));
    return {
      ...(recipientName && { recipientName: open(recipientName, 'NAME') }),
      ...(address && { address: open(address, 'DELIVERY_ADDRESS') }),
      ...(phone && { phone: open(phone, 'PHONE') }),
    };
  };
}
