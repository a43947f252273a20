import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { CorrectOrderInput } from '@barrier/schema/orders/correct-order.input.ts';
import type { CorrectOrderPayload } from '@barrier/schema/orders/correct-order.result.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { cleanTraces } from '../../privacy/traces/clean-traces.ts';
import { validateAddress } from '../addresses/validate-address.ts';
import { validatePhone } from '../addresses/validate-phone.ts';
import { checkEmail } from '../checkout/check-email.ts';
import { checkoutError } from '../checkout/checkout-errors.ts';
import { refuseFreeText } from '../checkout/refuse-free-text.ts';
import { findOwnOrder } from '../orders/find-own-order.ts';
import type { OwnOrdersContext } from '../orders/list-own-orders.ts';
import type { Order } from '../orders/order.entity.ts';
import type { OrderContext } from '../orders/order-context.ts';
import { lockOrder } from '../orders/order-transition.ts';
import { type Correction, mayBeCorrected, overwriteOrder } from '../orders/overwrite-order.ts';
import { viewOrder } from '../orders/view-order.ts';
import { dataRightsError } from './data-rights-errors.ts';

/** What correcting an order needs of a request's context. */
export type CorrectionContext = OrderContext & OwnOrdersContext;

/**
 * Corrects address, name, phone number and e-mail address of an order that is not dispatched yet (P6.2), for its proven subject. The old
 * value is overwritten and stands in no history. The order's row is locked meanwhile, as whoever dispatches it must lock it: a
 * parcel goes to the one address or the other, never to half of each.
 * @throws {PublicError} as `findOwnOrder`
 */
export async function correctOrder(context: CorrectionContext, input: CorrectOrderInput): Promise<CorrectOrderPayload> {
  const { core } = context;
  const named = await findOwnOrder(core.stores.main.em.fork(), context, input, core.clock.now());
  const { correction, errors } = checkCorrection(named, input);
  if (errors.length > 0) return { order: null, userErrors: errors };
  const order = await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, named.subjectId);
    const locked = await lockOrder(em, named.id);
    if (!mayBeCorrected(locked)) return null;
    await overwriteOrder(core, em, subject, locked, correction);
    await cleanTraces(core, em);
    return locked;
  });
  if (!order) return { order: null, userErrors: [dataRightsError('ORDER_CLOSED', input.language)] };
  context.prove({ subjectId: order.subjectId, by: 'CODE' });
  return { order: await viewOrder(core, order), userErrors: [] };
}

function checkCorrection(order: Order, input: CorrectOrderInput): { correction: Correction; errors: UserError[] } {
  const { language } = input;
  const nothing: Correction = { email: null, recipientName: null, address: null, phone: null };
  const { token: _token, number: _number, ...texts } = input;
  const refused = refuseFreeText(texts);
  if (refused.length > 0) return { correction: nothing, errors: refused };
  const errors: UserError[] = [];
  const email = input.email == null ? null : checkEmail(input.email);
  if (input.email != null && email === null) errors.push(checkoutError('INVALID_EMAIL', language, ['email']));
  const place = checkPlace(order, input);
  const phone = checkPhone(order, input);
  errors.push(...place.errors, ...phone.errors);
  return {
    correction: { email, phone: phone.phone, recipientName: place.recipientName, address: place.address },
    errors,
  };
}

/** Name and address are one label: they come together, and stay in the country whose tax and postage were paid. */
function checkPlace(
  { countryCode }: Order,
  { address: entered, recipientName: name, language }: CorrectOrderInput,
): Pick<Correction, 'recipientName' | 'address'> & { errors: UserError[] } {
  if (entered == null && name == null) return { recipientName: null, address: null, errors: [] };
  if (entered == null || name == null) {
    const path = entered == null ? ['address'] : ['recipientName'];
    return { recipientName: null, address: null, errors: [checkoutError('REQUIRED', language, path)] };
  }
  const { address: whole, errors } = validateAddress({ ...entered, recipientName: name });
  const { recipientName = null, ...address } = whole;
  const faults = errors.map(({ code, path: [key] }) =>
    checkoutError(code, language, key === 'recipientName' ? [key] : ['address', key]),
  );
  if (address.countryCode !== countryCode)
    faults.push(dataRightsError('OTHER_COUNTRY', language, ['address', 'countryCode']));
  return { recipientName, address, errors: faults };
}

/** A number only where the order has one, since only its carrier needs one (P2.1). */
function checkPhone(
  { phone: before, countryCode }: Order,
  { phone: entered, language }: CorrectOrderInput,
): { phone: string | null; errors: UserError[] } {
  if (entered == null) return { phone: null, errors: [] };
  if (before === null || before === undefined)
    return { phone: null, errors: [checkoutError('PHONE_NOT_NEEDED', language, ['phone'])] };
  const { phone, errors } = validatePhone(countryCode, entered.trim());
  return { phone, errors: errors.map(({ code }) => checkoutError(code, language, ['phone'])) };
}
