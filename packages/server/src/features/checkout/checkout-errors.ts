import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with the input of an order, or with ordering now. No message holds a value (P4.4). */
export const checkoutError = userErrorsOf({
  REQUIRED: { EN: 'Please fill this in.', DE: 'Bitte füllen Sie dieses Feld aus.', ZH: '请填写此项。' },
  TOO_LONG: { EN: 'This is too long.', DE: 'Das ist zu lang.', ZH: '内容过长。' },
  INVALID_CHARACTERS: {
    EN: 'This contains characters that cannot be printed on a label.',
    DE: 'Das enthält Zeichen, die sich nicht auf ein Etikett drucken lassen.',
    ZH: '包含无法打印在标签上的字符。',
  },
  NOT_USED: {
    EN: 'Addresses in this country have no such part. Please leave it empty.',
    DE: 'Adressen in diesem Land haben diese Angabe nicht. Bitte lassen Sie das Feld leer.',
    ZH: '该国家或地区的地址不使用此项，请留空。',
  },
  UNSUPPORTED_COUNTRY: {
    EN: 'We do not deliver to this country.',
    DE: 'Wir liefern nicht in dieses Land.',
    ZH: '我们不向该国家或地区送货。',
  },
  INVALID_STATE: {
    EN: 'Please choose one from the list.',
    DE: 'Bitte wählen Sie einen Eintrag aus der Liste.',
    ZH: '请从列表中选择。',
  },
  INVALID_POSTAL_CODE: {
    EN: 'This is not a postal code of this country.',
    DE: 'Das ist keine Postleitzahl dieses Landes.',
    ZH: '这不是该国家或地区的邮政编码。',
  },
  POSTAL_CODE_STATE_MISMATCH: {
    EN: 'This postal code does not belong to the state chosen.',
    DE: 'Diese Postleitzahl gehört nicht zum gewählten Bundesstaat.',
    ZH: '邮政编码与所选省份不符。',
  },
  INVALID_PHONE: {
    EN: 'This is not a phone number that can be dialled. Enter it as dialled there, or with + and the country code.',
    DE: 'Diese Telefonnummer lässt sich nicht wählen. Geben Sie sie wie vor Ort gewählt ein oder mit + und Landesvorwahl.',
    ZH: '该电话号码无法拨打。请按当地拨号方式输入，或以 + 和国家代码开头。',
  },
  PHONE_NOT_NEEDED: {
    EN: 'This way of delivery needs no phone number, so we do not take one. Please leave it empty.',
    DE: 'Diese Versandart braucht keine Telefonnummer, darum nehmen wir keine an. Bitte lassen Sie das Feld leer.',
    ZH: '此配送方式不需要电话号码，我们不会收集，请留空。',
  },
  INVALID_EMAIL: {
    EN: 'This is not an e-mail address. Please check it.',
    DE: 'Das ist keine E-Mail-Adresse. Bitte prüfen Sie die Eingabe.',
    ZH: '这不是有效的电子邮箱地址，请检查。',
  },
  MASKED_VALUE: {
    EN: 'This is a hidden value, not the value itself. Please enter it anew.',
    DE: 'Das ist ein verdeckter Wert und nicht der Wert selbst. Bitte geben Sie ihn neu ein.',
    ZH: '这是被隐藏的内容，请重新输入。',
  },
  PAYMENT_CARD_REFUSED: {
    EN: 'This looks like a card number. We never take one here: you enter it with the payment institution. Nothing was stored.',
    DE: 'Das sieht nach einer Kartennummer aus. Wir nehmen hier nie eine an: Sie geben sie beim Zahlungsinstitut ein. Nichts wurde gespeichert.',
    ZH: '这看起来是银行卡号。我们从不在此收集，请在支付机构页面输入。未保存任何内容。',
  },
  NATIONAL_ID_REFUSED: {
    EN: 'This looks like an identity number. We never take one. Nothing was stored.',
    DE: 'Das sieht nach einer Ausweis- oder Identitätsnummer aus. Wir nehmen nie eine an. Nichts wurde gespeichert.',
    ZH: '这看起来是身份证件号码。我们从不收集，未保存任何内容。',
  },
  SHIPPING_UNKNOWN: {
    EN: 'Please choose a way of delivery for this country.',
    DE: 'Bitte wählen Sie eine Versandart für dieses Land.',
    ZH: '请选择适用于该国家或地区的配送方式。',
  },
  CART_EMPTY: {
    EN: 'The cart is empty.',
    DE: 'Der Warenkorb ist leer.',
    ZH: '购物车是空的。',
  },
  CART_CHANGED: {
    EN: 'The cart has changed meanwhile. Please look at it again.',
    DE: 'Der Warenkorb hat sich inzwischen geändert. Bitte sehen Sie ihn noch einmal an.',
    ZH: '购物车已更改，请重新确认。',
  },
  ORDER_TOO_LARGE: {
    EN: 'The order comes to more than can be paid at once. Please split it into several orders.',
    DE: 'Die Bestellung ist größer, als sich auf einmal bezahlen lässt. Bitte teilen Sie sie auf mehrere auf.',
    ZH: '订单金额超出单次可支付的上限，请分成多个订单购买。',
  },
  PRICE_CHANGED: {
    EN: 'The total has changed. Please look at it again before you order.',
    DE: 'Die Gesamtsumme hat sich geändert. Bitte prüfen Sie sie, bevor Sie bestellen.',
    ZH: '总金额已更改，请在下单前重新确认。',
  },
  OUT_OF_STOCK: {
    EN: 'There are no longer as many of “{title}”.',
    DE: 'Von „{title}“ sind nicht mehr so viele da.',
    ZH: '“{title}”库存不足。',
  },
  TOO_MANY_UNPAID_ORDERS: {
    EN: 'There are several unpaid orders for this e-mail address. Please pay one of them, or try again in half an hour.',
    DE: 'Zu dieser E-Mail-Adresse gibt es mehrere unbezahlte Bestellungen. Bitte bezahlen Sie eine davon oder versuchen Sie es in einer halben Stunde wieder.',
    ZH: '该邮箱有多个未付款订单，请先付款或半小时后再试。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    EN: 'This request was sent before with other input. Please order again from the cart.',
    DE: 'Diese Anfrage wurde schon mit anderen Angaben gesendet. Bitte bestellen Sie erneut aus dem Warenkorb.',
    ZH: '此请求已用其他内容提交过，请从购物车重新下单。',
  },
});

/** The codes of what can be wrong. */
export type CheckoutErrorCode = Parameters<typeof checkoutError>[0];
