import type { ViewerKind } from '@barrier/schema/privacy/access-matrix.ts';
import type { AccessReason } from '../../../privacy/access-log/access-event.ts';
import type { Withheld, Words } from '../../../privacy/registry/download-registration.ts';

/** How every sealed value is stored, said to customers. */
export const STORED: Words = {
  EN: 'In the shop’s database, encrypted under a key that is yours alone. The key is kept apart from it.',
  DE: 'In der Datenbank des Shops, verschlüsselt mit einem Schlüssel nur für Sie. Der Schlüssel liegt getrennt davon.',
  ZH: '存于本店数据库，用只属于您的密钥加密。密钥与数据分开保存。',
};

/** Why a value is named and not shown. */
export const WITHHELD: Readonly<Record<Withheld, Words>> = {
  SECRET: {
    EN: 'Not shown: it proves that you are you, and would serve whoever got to see it.',
    DE: 'Wird nicht gezeigt: Damit weisen Sie sich aus, und es nützte jedem, der es zu sehen bekäme.',
    ZH: '不予显示：它用于证明您的身份，任何看到它的人都可能冒用。',
  },
  COPY: {
    EN: 'Not shown: it is a copy of what stands here.',
    DE: 'Wird nicht gezeigt: Es ist eine Kopie dessen, was hier steht.',
    ZH: '不予显示：这是此处内容的副本。',
  },
};

/** What subjects without a name of their own are called. */
export const NAMELESS: Words = { EN: 'Other data', DE: 'Weitere Daten', ZH: '其他数据' };

/** Who looked, said to customers, by kind of viewer and role. */
export const VIEWERS: Readonly<Record<Exclude<ViewerKind, 'visitor'>, Words>> = {
  subject: { EN: 'You', DE: 'Sie', ZH: '您本人' },
  system: { EN: 'A program of ours', DE: 'Ein Programm von uns', ZH: '本店程序' },
  'staff:support': { EN: 'Somebody of customer service', DE: 'Jemand vom Kundendienst', ZH: '客服人员' },
  'staff:fulfilment': { EN: 'Somebody who packs parcels', DE: 'Jemand aus dem Versand', ZH: '包装人员' },
  'staff:privacy-officer': { EN: 'The privacy officer', DE: 'Datenschutzbeauftragte', ZH: '隐私专员' },
  'partner:logistics': { EN: 'The carrier', DE: 'Der Paketdienst', ZH: '承运商' },
  'partner:payment': { EN: 'The payment institution', DE: 'Das Zahlungsinstitut', ZH: '支付机构' },
};

/** On what occasion a value was looked at, said to customers. */
export const REASONS: Readonly<Record<AccessReason, Words>> = {
  OWN_VIEW: { EN: 'You looked at it.', DE: 'Sie haben es angesehen.', ZH: '您本人查看。' },
  CASE: { EN: 'A case of yours was worked on.', DE: 'Ein Anliegen von Ihnen wurde bearbeitet.', ZH: '处理您的工单。' },
  SHIPMENT: {
    EN: 'A parcel was packed or handed over.',
    DE: 'Ein Paket wurde gepackt oder übergeben.',
    ZH: '包裹打包或交接。',
  },
  MAIL: {
    EN: 'A mail to you was written or sent.',
    DE: 'Eine Mail an Sie wurde geschrieben oder gesendet.',
    ZH: '撰写或发送给您的邮件。',
  },
  PAYMENT: {
    EN: 'A payment or refund was settled.',
    DE: 'Eine Zahlung oder Erstattung wurde ausgeführt.',
    ZH: '结算付款或退款。',
  },
  ORDER_WORK: { EN: 'Your order was worked on.', DE: 'Ihre Bestellung wurde bearbeitet.', ZH: '处理您的订单。' },
  LEGAL_RECORD: {
    EN: 'An invoice or another record that the law asks for was made.',
    DE: 'Eine Rechnung oder ein anderer gesetzlich verlangter Beleg wurde erstellt.',
    ZH: '生成发票或法律要求的其他记录。',
  },
  SIGN_IN: {
    EN: 'Somebody signed in, or was to.',
    DE: 'Jemand hat sich angemeldet oder wollte es.',
    ZH: '有人登录或尝试登录。',
  },
  DATA_REQUEST: {
    EN: 'A right over your data was used, as by a download.',
    DE: 'Ein Recht an Ihren Daten wurde genutzt, wie ein Download.',
    ZH: '行使您的数据权利，例如下载。',
  },
  INCIDENT: { EN: 'An incident was looked into.', DE: 'Ein Vorfall wurde untersucht.', ZH: '调查安全事件。' },
};
