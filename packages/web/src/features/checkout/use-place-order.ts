import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { CartDocument, PlaceOrderDocument, type PlaceOrderInput } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useCart } from '../cart/cart-context.ts';
import { keepOrderedGoods } from '../cart/ordered-goods.ts';
import { keepOrderToken } from '../orders/order-token.ts';
import { errorsByField, type FieldErrors, toInput } from './checkout-draft.ts';
import { idempotencyKeys } from './idempotency-key.ts';
import type { CheckoutForm } from './use-checkout-form.ts';
import { forgetDraft } from './use-draft.ts';

/** Why the last attempt did not lead to an order, besides what stands beside the fields. */
export type OrderProblem =
  | { readonly kind: 'connection' }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

interface PlaceOrder {
  readonly busy: boolean;
  readonly problem: OrderProblem | null;
  /** Sends the order and leads on to where it is paid; answers what is wrong with which field. */
  readonly place: () => Promise<FieldErrors>;
}

/**
 * Places the order once, however often and impatiently it is asked to. `onPlaced` is waited for before the page is left for the payment; that
 * it fails changes nothing about the order.
 */
export function usePlaceOrder(form: CheckoutForm, onPlaced: (input: PlaceOrderInput) => Promise<void>): PlaceOrder {
  const client = useApolloClient();
  const { language, api } = useLocale();
  const { cart } = useCart();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<OrderProblem | null>(null);
  const sending = useRef(false);
  const keyFor = useRef(idempotencyKeys());

  async function place(): Promise<FieldErrors> {
    const { draft, addressForm, option } = form;
    // The state of a click before the last has not been rendered yet when a second one follows at once.
    if (sending.current || !cart || !addressForm || !option) return {};
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const expectedTotal = cart.total.amount + option.price.amount;
    const input = toInput(draft, addressForm, option, { language: api.language, expectedTotal });
    try {
      const { data } = await client.mutate({
        mutation: PlaceOrderDocument,
        variables: { input },
        fetchPolicy: 'no-cache',
        context: { headers: { 'idempotency-key': keyFor.current(input) } },
      });
      const answer = data?.placeOrder;
      if (!answer?.trackingToken) {
        const { fields, others } = errorsByField(answer?.userErrors ?? []);
        if (others.length > 0) setProblem({ kind: 'refused', messages: others });
        await client.refetchQueries({ include: [CartDocument] });
        return stop(fields);
      }
      keepOrderToken(answer.trackingToken);
      keepOrderedGoods(cart.lines.map(({ variant, quantity }) => ({ variantId: variant.id, quantity })));
      await onPlaced(input).catch(() => {});
      forgetDraft();
      // Stays busy: the page is about to be left, and a press in between must do nothing.
      window.location.assign(answer.paymentUrl ?? `/${language}/checkout/return`);
      return {};
    } catch {
      setProblem({ kind: 'connection' });
      return stop({});
    }
  }

  function stop(errors: FieldErrors): FieldErrors {
    sending.current = false;
    setBusy(false);
    return errors;
  }

  return { busy, problem, place };
}
