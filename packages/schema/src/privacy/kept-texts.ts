import { Language } from '../market/market.type.ts';
import type { Category } from './category.ts';
import type { RetentionDays } from './retention.ts';

type KeptTexts = Readonly<Record<Category, string>>;

/** How long each category is kept, said to customers in a language; by the days that this shop keeps. */
export function keptTexts(language: Language, days: RetentionDays): KeptTexts {
  const said = Object.fromEntries(
    Object.entries(days).map(([rule, count]) => [rule, durationIn(language, count)]),
  ) as Record<keyof RetentionDays, string>;
  return TEXTS[language](said);
}

/** A number of days in words, such as `ten years`. */
export function durationText(language: Language, days: number): string {
  return durationIn(language, days).trim();
}

/** The same as it stands in a sentence: in Chinese with the space that its writing has around figures. */
export function durationIn(language: Language, days: number): string {
  return DURATIONS[language](days);
}

const named = (names: Readonly<Record<number, string>>, count: number, other: (count: number) => string) =>
  names[count] ?? other(count);

/** A number of days in words: in years where it is some, and a week. */
const DURATIONS: Readonly<Record<Language, (days: number) => string>> = {
  [Language.EN]: (days) => {
    if (days === 7) return 'a week';
    if (days % 365 > 0) return named({ 1: 'one day' }, days, (count) => `${count} days`);
    return named({ 1: 'one year', 2: 'two years', 3: 'three years', 10: 'ten years' }, days / 365, (n) => `${n} years`);
  },
  [Language.DE]: (days) => {
    if (days === 7) return 'eine Woche';
    if (days % 365 > 0) return named({ 1: 'ein Tag' }, days, (count) => `${count} Tage`);
    return named(
      { 1: 'ein Jahr', 2: 'zwei Jahre', 3: 'drei Jahre', 10: 'zehn Jahre' },
      days / 365,
      (n) => `${n} Jahre`,
    );
  },
  [Language.ZH]: (days) => {
    if (days === 7) return '一周';
    if (days % 365 > 0) return ` ${days} 天`;
    return named({ 1: '一年', 2: '两年', 3: '三年', 10: '十年' }, days / 365, (n) => ` ${n} 年`);
  },
};

type Said = Readonly<Record<keyof RetentionDays, string>>;

const TEXTS: Readonly<Record<Language, (said: Said) => KeptTexts>> = {
  [Language.EN]: (said) => {
    const unpaid = `${said.UNPAID_ORDER} if the order was not paid`;
    const account = `in an account ${said.CREDENTIAL} after it was last used`;
    return {
      NAME: `${said.NAME} after delivery; ${unpaid}; ${account}`,
      EMAIL: `${said.EMAIL} after delivery, for warranty; ${unpaid}; ${account}`,
      PHONE: `${said.PHONE} after delivery; ${unpaid}; ${account}`,
      DELIVERY_ADDRESS: `${said.DELIVERY_ADDRESS} after delivery; ${unpaid}; ${account}`,
      ORDER_RECORD: `${said.ORDER_RECORD}, then for ${said.BOOKS} only amounts for the books, which lead to nobody; ${unpaid}`,
      PAYMENT_REFERENCE: `${said.PAYMENT_REFERENCE} after the payment, for refunds; ${unpaid}`,
      MESSAGE: `mails until they are sent, ${said.MAIL} at most; a copy of your data until you fetch it, ${said.DOWNLOAD} at most; the rest ${said.MESSAGE} after the case was closed`,
      CREDENTIAL: `${said.CREDENTIAL} after the account was last used; ${said.UNCONFIRMED_ACCOUNT} if nobody confirmed it`,
      CONSENT: `${said.CONSENT} after withdrawal or refusal, as proof; gone with the account at the latest`,
      PREFERENCE: `${said.PREFERENCE} after the account was last used`,
      BUSINESS_CONTACT: `${said.BUSINESS_CONTACT} after the role or agreement ended`,
    };
  },
  [Language.DE]: (said) => {
    const unpaid = `${said.UNPAID_ORDER}, wenn nicht bezahlt wurde`;
    const account = `in einem Konto ${said.CREDENTIAL} nach dessen letzter Nutzung`;
    return {
      NAME: `${said.NAME} nach der Zustellung; ${unpaid}; ${account}`,
      EMAIL: `${said.EMAIL} nach der Zustellung, wegen der Gewährleistung; ${unpaid}; ${account}`,
      PHONE: `${said.PHONE} nach der Zustellung; ${unpaid}; ${account}`,
      DELIVERY_ADDRESS: `${said.DELIVERY_ADDRESS} nach der Zustellung; ${unpaid}; ${account}`,
      ORDER_RECORD: `${said.ORDER_RECORD}, danach nur Beträge für die Bücher, die zu niemandem führen (${said.BOOKS}); ${unpaid}`,
      PAYMENT_REFERENCE: `${said.PAYMENT_REFERENCE} nach der Zahlung, wegen Erstattungen; ${unpaid}`,
      MESSAGE: `Mails bis zum Versand, höchstens ${said.MAIL}; eine Kopie Ihrer Daten, bis Sie sie abholen, höchstens ${said.DOWNLOAD}; das Übrige ${said.MESSAGE} nach Abschluss des Falls`,
      CREDENTIAL: `${said.CREDENTIAL} nach der letzten Nutzung des Kontos; ${said.UNCONFIRMED_ACCOUNT}, wenn es niemand bestätigt hat`,
      CONSENT: `${said.CONSENT} nach Widerruf oder Ablehnung, als Nachweis; spätestens mit dem Konto gelöscht`,
      PREFERENCE: `${said.PREFERENCE} nach der letzten Nutzung des Kontos`,
      BUSINESS_CONTACT: `${said.BUSINESS_CONTACT} nach Ende der Aufgabe oder Vereinbarung`,
    };
  },
  [Language.ZH]: (said) => {
    const unpaid = `订单未付款则为${said.UNPAID_ORDER}`;
    const account = `账户中保留至最后一次使用后${said.CREDENTIAL}`;
    return {
      NAME: `送达后${said.NAME}；${unpaid}；${account}`,
      EMAIL: `送达后${said.EMAIL}，用于质保；${unpaid}；${account}`,
      PHONE: `送达后${said.PHONE}；${unpaid}；${account}`,
      DELIVERY_ADDRESS: `送达后${said.DELIVERY_ADDRESS}；${unpaid}；${account}`,
      ORDER_RECORD: `${said.ORDER_RECORD}，之后仅保留与任何人无关的账目金额（${said.BOOKS}）；${unpaid}`,
      PAYMENT_REFERENCE: `付款后${said.PAYMENT_REFERENCE}，用于退款；${unpaid}`,
      MESSAGE: `邮件保留至发出为止，最长${said.MAIL}；您的数据副本保留至取走为止，最长${said.DOWNLOAD}；其余保留至工单关闭后${said.MESSAGE}`,
      CREDENTIAL: `账户最后一次使用后${said.CREDENTIAL}；未确认的账户为${said.UNCONFIRMED_ACCOUNT}`,
      CONSENT: `撤回或拒绝后${said.CONSENT}，作为证明；最迟随账户一并删除`,
      PREFERENCE: `账户最后一次使用后${said.PREFERENCE}`,
      BUSINESS_CONTACT: `职务或协议结束后${said.BUSINESS_CONTACT}`,
    };
  },
};
