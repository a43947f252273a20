import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useCart } from './cart-context.ts';
import { type OrderedGood, readOrderedGoods } from './ordered-goods.ts';

/** Offers to put the goods of an order that came to nothing back into the cart; nothing where this tab knows none. */
export function PutGoodsBack() {
  const t = useText();
  const { putBack } = useCart();
  const [goods, setGoods] = useState<readonly OrderedGood[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => setGoods(readOrderedGoods()), []);
  if (goods.length === 0) return null;

  async function put() {
    setBusy(true);
    await putBack(goods);
    setGoods(readOrderedGoods());
    setBusy(false);
  }

  return (
    <Button busy={busy} onClick={() => void put()}>
      {t('cart.putBack')}
    </Button>
  );
}
