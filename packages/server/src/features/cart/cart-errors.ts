import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with a change of the cart. */
export const cartError = userErrorsOf({
  NOT_SOLD: {
    EN: 'This is not sold here any more.',
    DE: 'Das wird hier nicht mehr verkauft.',
    ZH: '该商品已不再出售。',
  },
  OUT_OF_STOCK: {
    EN: 'This is sold out.',
    DE: 'Das ist ausverkauft.',
    ZH: '该商品已售罄。',
  },
  NOT_ENOUGH: {
    EN: 'There are not as many. The quantity was set to what is left.',
    DE: 'So viele sind nicht da. Die Menge wurde auf den Rest gesetzt.',
    ZH: '库存不足，数量已调整为剩余库存。',
  },
  QUANTITY_LIMIT: {
    EN: 'At most {max} of one article fit into a cart.',
    DE: 'Höchstens {max} Stück eines Artikels passen in den Warenkorb.',
    ZH: '每件商品最多可购买 {max} 件。',
  },
  QUANTITY_INVALID: {
    EN: 'Enter a whole number, at least 1.',
    DE: 'Geben Sie eine ganze Zahl ein, mindestens 1.',
    ZH: '请输入不小于 1 的整数。',
  },
  CART_FULL: {
    EN: 'A cart holds at most {max} different articles.',
    DE: 'Ein Warenkorb fasst höchstens {max} verschiedene Artikel.',
    ZH: '购物车最多可容纳 {max} 种商品。',
  },
  ORDER_TOO_LARGE: {
    EN: 'With this the order would come to more than can be paid at once. Please split it into several orders.',
    DE: 'Damit würde die Bestellung größer, als sich auf einmal bezahlen lässt. Bitte teilen Sie sie auf mehrere auf.',
    ZH: '订单金额将超出单次可支付的上限，请分成多个订单购买。',
  },
  LINE_GONE: {
    EN: 'This article is not in the cart any more.',
    DE: 'Dieser Artikel liegt nicht mehr im Warenkorb.',
    ZH: '该商品已不在购物车中。',
  },
  CART_EMPTY: {
    EN: 'The cart is empty.',
    DE: 'Der Warenkorb ist leer.',
    ZH: '购物车是空的。',
  },
  PROMOTION_UNKNOWN: {
    EN: 'There is no such code. Please check its spelling.',
    DE: 'Diesen Code gibt es nicht. Bitte prüfen Sie die Schreibweise.',
    ZH: '没有此优惠码，请检查拼写。',
  },
  PROMOTION_EXPIRED: {
    EN: 'This code has expired.',
    DE: 'Dieser Code ist abgelaufen.',
    ZH: '此优惠码已过期。',
  },
  PROMOTION_NOT_HERE: {
    EN: 'This code does not work in this country.',
    DE: 'Dieser Code gilt in diesem Land nicht.',
    ZH: '此优惠码不适用于该国家或地区。',
  },
  PROMOTION_MINIMUM: {
    EN: 'The cart is below the smallest amount for this code. It is kept and works as soon as the cart is worth it.',
    DE: 'Der Warenkorb liegt unter dem Mindestwert für diesen Code. Er bleibt gemerkt und gilt, sobald der Wert erreicht ist.',
    ZH: '购物车金额未达到此优惠码的最低要求；达到后将自动生效。',
  },
});
