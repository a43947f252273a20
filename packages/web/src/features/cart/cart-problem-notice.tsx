import { Notice } from '../../components/notice.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useCart } from './cart-context.ts';

/** Says why the last change of the cart did not go through; the server answers in the language of the page. */
export function CartProblemNotice() {
  const t = useText();
  const { problem } = useCart();
  if (problem === null) return null;
  if (problem.kind === 'connection') return <Notice>{t('cart.error.connection')}</Notice>;
  return problem.errors.map(({ code, message }) => <Notice key={code}>{message}</Notice>);
}
