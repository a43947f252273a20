/** How far before and after a number a word still speaks of it, in characters. */
const BEFORE = 48;
const AFTER = 24;

/** Whether one of the words stands near the part of a text. */
export function isNear(words: RegExp, text: string, start: number, end: number): boolean {
  return words.test(text.slice(Math.max(0, start - BEFORE), start)) || words.test(text.slice(end, end + AFTER));
}

/** Whether one of the words stands shortly before the part of a text. */
export function isBefore(words: RegExp, text: string, start: number): boolean {
  return words.test(text.slice(Math.max(0, start - BEFORE), start));
}

/** Words before a number that say what else it is. */
export const ORDINARY_WORD = new RegExp(
  [
    '\\b(?:TRACK|TRACKING|SHIPMENT|PARCEL|PAKET|SENDUNG|COLIS|TRK|AWB|WAYBILL|FEDEX|UPS|USPS|DHL|DPD|GLS|HERMES|YAMATO|SAGAWA|EMS)',
    '\\b(?:ORDER|BESTELL|AUFTRAG|COMMANDE|PEDIDO|INVOICE|RECHNUNG|FACTUR|CUSTOMER|KUNDEN)',
    '\\b(?:TEL|PHONE|FAX|MOBIL|HANDY|CALL|ANRUF)',
    '\\b(?:EAN|GTIN|ISBN|IMEI|LOT|BATCH|CHARGE|SKU|REF|ARTIKEL|ITEM|SERIAL)',
    '单号|运单|快递|订单|电话|手机|批号|お問い合わせ|注文',
  ].join('|'),
);
