import { Notice } from '../../components/notice.tsx';
import { type MessageKey, useText } from '../../platform/i18n/text.tsx';
import { useCart } from './cart-context.ts';

const REFUSALS: Readonly<Record<string, MessageKey>> = {
  OUT_OF_STOCK: 'cart.error.outOfStock',
  INSUFFICIENT_STOCK: 'cart.error.notEnough',
  NOT_SOLD_HERE: 'cart.error.notSoldHere',
  QUANTITY_TOO_LARGE: 'cart.error.tooMany',
};

/** Says why the last change of the cart did not go through. */
export function CartProblemNotice() {
  const t = useText();
  const { problem } = useCart();
  if (problem === null) return null;
  if (problem.kind === 'connection') return <Notice>{t('cart.error.connection')}</Notice>;
  return problem.errors.map(({ code, message }) => (
    <Notice key={code}>{REFUSALS[code] ? t(REFUSALS[code]) : message}</Notice>
  ));
}
