import { Language } from '../market/market.type.ts';
import type { ViewerKind } from './access-matrix.ts';
import { CATEGORIES, type Category } from './category.ts';
import { LEGAL_GROUNDS, type LegalGround, PURPOSES, type Purpose } from './purpose.ts';
import { RECIPIENTS, type Recipient } from './recipient.ts';

/** What the privacy vocabulary says to customers, in one language; English stands with the vocabulary itself. */
export interface VocabularyTexts {
  readonly categoryTitles: Readonly<Record<Category, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly grounds: Readonly<Record<LegalGround, string>>;
  readonly viewers: Readonly<Record<ViewerKind, string>>;
  readonly recipients: Readonly<Record<Recipient, string>>;
}

const descriptions = <Key extends string>(terms: Readonly<Record<Key, { description: string }>>) =>
  Object.fromEntries(
    Object.entries<{ description: string }>(terms).map(([key, term]) => [key, term.description]),
  ) as Record<Key, string>;

const EN: VocabularyTexts = {
  categoryTitles: {
    NAME: 'Name',
    EMAIL: 'E-mail address',
    PHONE: 'Phone number',
    DELIVERY_ADDRESS: 'Delivery address',
    ORDER_RECORD: 'What you ordered',
    PAYMENT_REFERENCE: 'Payment reference',
    MESSAGE: 'Messages',
    CREDENTIAL: 'Sign-in proof',
    CONSENT: 'Consents',
    PREFERENCE: 'Preferences',
    BUSINESS_CONTACT: 'Work contact',
  },
  categories: descriptions(CATEGORIES),
  purposes: descriptions(PURPOSES),
  grounds: descriptions(LEGAL_GROUNDS),
  viewers: {
    visitor: 'Visitors',
    subject: 'You',
    system: 'Our programs, with an entry in the access log',
    'staff:support': 'Support staff, masked until a case needs it',
    'staff:fulfilment': 'Packing staff, masked until a parcel needs it',
    'staff:privacy-officer': 'The privacy officer',
    'partner:logistics': 'The carrier of your parcel',
    'partner:payment': 'The payment institution',
  },
  recipients: descriptions(RECIPIENTS),
};

const DE: VocabularyTexts = {
  categoryTitles: {
    NAME: 'Name',
    EMAIL: 'E-Mail-Adresse',
    PHONE: 'Telefonnummer',
    DELIVERY_ADDRESS: 'Lieferadresse',
    ORDER_RECORD: 'Was Sie bestellt haben',
    PAYMENT_REFERENCE: 'Zahlungsreferenz',
    MESSAGE: 'Nachrichten',
    CREDENTIAL: 'Anmeldenachweis',
    CONSENT: 'Einwilligungen',
    PREFERENCE: 'Einstellungen',
    BUSINESS_CONTACT: 'Dienstlicher Kontakt',
  },
  categories: {
    NAME: 'Der Name der Person, die bestellt oder das Paket erhält.',
    EMAIL: 'Die E-Mail-Adresse für Nachrichten zur Bestellung.',
    PHONE: 'Die Telefonnummer, unter der der Paketdienst anruft.',
    DELIVERY_ADDRESS: 'Wohin das Paket geht.',
    ORDER_RECORD: 'Was bestellt wurde.',
    PAYMENT_REFERENCE: 'Die Referenz des Zahlungsinstituts, niemals Kartendaten.',
    MESSAGE: 'Mails zur Bestellung und was Sie dem Kundendienst geschrieben haben oder er Ihnen.',
    CREDENTIAL: 'Womit Sie zeigen, dass Sie es sind.',
    CONSENT: 'Wozu Sie eingewilligt und was Sie abgelehnt haben.',
    PREFERENCE: 'Sprache und Benachrichtigungen.',
    BUSINESS_CONTACT: 'Wie Mitarbeitende und Partner dienstlich erreichbar sind.',
  },
  purposes: {
    ORDER_PROCESSING: 'Um die Bestellung anzunehmen und auszuführen.',
    PAYMENT: 'Um die Zahlung mit dem Zahlungsinstitut abzuwickeln.',
    DELIVERY: 'Um das Paket zuzustellen.',
    ORDER_VERIFICATION: 'Um sicherzugehen, dass die Bestellung echt ist und von Ihnen kommt.',
    AFTER_SALES: 'Für Rückgabe, Erstattung und Reklamation.',
    CUSTOMER_SERVICE: 'Um Ihre Fragen zu beantworten.',
    PRODUCT_NEWS: 'Um Ihnen Neues zu schicken, wenn Sie darum gebeten haben.',
    SERVICE_REMINDERS: 'Um Sie zu erinnern, wenn Sie darum gebeten haben.',
    LEGAL_OBLIGATION: 'Für Unterlagen, die Steuer- und Produktsicherheitsrecht verlangen.',
    DATA_RIGHTS: 'Um einen Antrag zu Ihren eigenen Daten zu beantworten.',
    SECURITY: 'Um Konten und Unterlagen zu schützen.',
  },
  grounds: {
    CONTRACT: 'Nötig, um die Bestellung auszuführen.',
    CONSENT: 'Nur mit Ihrer Einwilligung, die Sie widerrufen können.',
    LEGAL_OBLIGATION: 'Vom Gesetz verlangt.',
    LEGITIMATE_INTEREST: 'Nötig, damit der Shop sicher bleibt.',
  },
  viewers: {
    visitor: 'Besucher',
    subject: 'Sie selbst',
    system: 'Unsere Programme, mit Eintrag im Zugriffsprotokoll',
    'staff:support': 'Kundendienst, verdeckt, bis ein Fall es braucht',
    'staff:fulfilment': 'Versand, verdeckt, bis ein Paket es braucht',
    'staff:privacy-officer': 'Die Datenschutzbeauftragte',
    'partner:logistics': 'Der Paketdienst für Ihr Paket',
    'partner:payment': 'Das Zahlungsinstitut',
  },
  recipients: {
    LOGISTICS: 'Der Paketdienst, der das Paket zustellt.',
    PAYMENT_INSTITUTION: 'Das Institut, das die Zahlung abwickelt.',
    PROCESSOR: 'Wer vertraglich für uns arbeitet: Mailserver, Schlüsseldienst, gehostete Datenbank.',
  },
};

const ZH: VocabularyTexts = {
  categoryTitles: {
    NAME: '姓名',
    EMAIL: '电子邮箱',
    PHONE: '电话号码',
    DELIVERY_ADDRESS: '收货地址',
    ORDER_RECORD: '您订购的商品',
    PAYMENT_REFERENCE: '支付流水号',
    MESSAGE: '往来消息',
    CREDENTIAL: '登录凭证',
    CONSENT: '同意记录',
    PREFERENCE: '偏好设置',
    BUSINESS_CONTACT: '工作联系方式',
  },
  categories: {
    NAME: '下单人或收货人的姓名。',
    EMAIL: '用于接收订单消息的电子邮箱。',
    PHONE: '快递员派送时拨打的电话号码。',
    DELIVERY_ADDRESS: '包裹寄往的地址。',
    ORDER_RECORD: '订购的商品。',
    PAYMENT_REFERENCE: '支付机构的流水号，绝不包含银行卡信息。',
    MESSAGE: '有关订单的邮件，以及您与客服之间的往来消息。',
    CREDENTIAL: '证明是您本人的凭证。',
    CONSENT: '您同意过和拒绝过的事项。',
    PREFERENCE: '语言和通知设置。',
    BUSINESS_CONTACT: '员工或合作方的工作联系方式。',
  },
  purposes: {
    ORDER_PROCESSING: '用于受理并完成订单。',
    PAYMENT: '用于与支付机构结算款项。',
    DELIVERY: '用于派送包裹。',
    ORDER_VERIFICATION: '用于确认订单真实且属于您。',
    AFTER_SALES: '用于处理退货、退款和质量问题。',
    CUSTOMER_SERVICE: '用于答复您的咨询。',
    PRODUCT_NEWS: '仅在您要求时，用于发送新品消息。',
    SERVICE_REMINDERS: '仅在您要求时，用于发送提醒。',
    LEGAL_OBLIGATION: '用于保存税法和产品安全法要求的记录。',
    DATA_RIGHTS: '用于答复您关于自己数据的申请。',
    SECURITY: '用于保障账户和记录的安全。',
  },
  grounds: {
    CONTRACT: '履行订单所必需。',
    CONSENT: '仅在您同意后使用，您可以随时撤回。',
    LEGAL_OBLIGATION: '法律要求。',
    LEGITIMATE_INTEREST: '保障商店安全所必需。',
  },
  viewers: {
    visitor: '访客',
    subject: '您本人',
    system: '我们的程序，每次访问均记入访问日志',
    'staff:support': '客服人员，默认遮盖，仅在工单需要时查看',
    'staff:fulfilment': '仓储人员，默认遮盖，仅在发货需要时查看',
    'staff:privacy-officer': '隐私专员',
    'partner:logistics': '承运您包裹的快递公司',
    'partner:payment': '支付机构',
  },
  recipients: {
    LOGISTICS: '派送包裹的快递公司。',
    PAYMENT_INSTITUTION: '办理付款的支付机构。',
    PROCESSOR: '依合同为我们工作的服务商：邮件服务器、密钥服务、托管数据库。',
  },
};

const TEXTS: Readonly<Record<Language, VocabularyTexts>> = { [Language.EN]: EN, [Language.DE]: DE, [Language.ZH]: ZH };

/** What the privacy vocabulary says in a language. */
export function vocabularyTexts(language: Language): VocabularyTexts {
  return TEXTS[language];
}
