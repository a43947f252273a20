import type { ReadRow } from '../../platform/orm/find-row.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { sealedField } from '../../privacy/vault/field-registry.ts';
import { readSealedRow } from '../../privacy/vault/read-sealed-row.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import { formatAddress } from '../addresses/format-address.ts';
import { Order } from '../orders/order.entity.ts';
import type { OrderContent } from '../orders/order-content.ts';
import type { OrderMailKind } from './mail-kind.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** An order as far as a mail about it needs it. */
export interface OrderForMail {
  readonly order: ReadRow<Order>;
  readonly email: string;
  /** Null unless the mail shows the goods, or they are gone. */
  readonly content: OrderContent | null;
  /** Empty unless the mail shows the address. */
  readonly addressLines: readonly string[];
}

/**
 * Opens what a mail shows and nothing else, against one entry in the access log; null if there is nobody left to write to.
 */
export async function openOrderForMail(
  core: PrivacyCore,
  orderId: string,
  kind: OrderMailKind,
): Promise<OrderForMail | null> {
  const order = await readSealedRow(core.stores.main, Order, { by: 'id', value: orderId });
  if (!order?.email) return null;
  const full = kind === 'CONFIRMATION';
  const { email, subjectId } = order;
  const content = full ? order.content : null;
  const address = full ? order.address : null;
  const name = full ? order.recipientName : null;
  const wanted = [email, content, address, name].filter((value) => value != null);
  try {
    const grants = await grantAccess(core, {
      viewer: { kind: 'system', task: `write-${kind.toLowerCase().replaceAll('_', '-')}-mail` },
      purpose: 'ORDER_PROCESSING',
      reason: 'MAIL',
      items: wanted.map((sealed) => {
        const { field } = bound(sealed);
        return { subjectId, category: sealedField(field).category, coordinate: `egress:mail/${field}` };
      }),
    });
    const open = <T>(sealed: Sealed<T> | null | undefined): T | null =>
      sealed ? core.vault.open(sealed, grants.for(subjectId, sealedField(bound(sealed).field).category)) : null;
    const openedAddress = open(address);
    const recipientName = open(name);
    return {
      order,
      email: open(email) ?? '',
      content: open(content),
      addressLines: openedAddress
        ? formatAddress(
            { ...openedAddress, ...(recipientName ? { recipientName } : {}) },
            { countryIn: mailTexts(order.language).tag },
          )
        : [],
    };
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'ERASED') return null;
    throw error;
  }
}

function bound(sealed: Sealed<unknown>) {
  if (!sealed.binding) throw new PrivacyError('NOT_BOUND', 'A sealed value was loaded without the id of its row.');
  return sealed.binding;
}
