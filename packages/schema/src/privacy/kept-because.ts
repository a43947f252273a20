import { Language } from '../market/market.type.ts';
import { durationIn } from './kept-texts.ts';
import type { RetentionClock } from './retention.ts';

/** What the time of a single value counts from: the clock of its category's rule, or that of the record it stands in. */
export type KeptClock =
  | RetentionClock
  /** An order that was never delivered. */
  | 'ORDER_CLOSED'
  | 'ORDER_ENDED_UNPAID'
  | 'ACCOUNT_OPENED'
  | 'SESSION_LAST_USED'
  | 'MAIL_WRITTEN'
  | 'DOWNLOAD_ASKED'
  | 'CODE_MAILED';

/** How long a value is kept, and by what. */
export interface KeptTerms {
  /** The day from which it is erased (ISO 8601 date); null while its clock has not started. */
  readonly until: string | null;
  /** Days from the start of the clock. */
  readonly days: number;
  readonly clock: KeptClock;
}

/** Why a value is kept until its day, in a language: what starts its clock, and how long it runs. */
export function keptBecause(language: Language, { days, clock }: Pick<KeptTerms, 'days' | 'clock'>): string {
  const said = REASONS[language][clock](durationIn(language, days));
  return said.charAt(0).toUpperCase() + said.slice(1);
}

type Reasons = Readonly<Record<KeptClock, (duration: string) => string>>;

const REASONS: Readonly<Record<Language, Reasons>> = {
  [Language.EN]: {
    ORDER_PLACED: (duration) => `${duration} after the order was placed.`,
    ORDER_DELIVERED: (duration) => `${duration} after delivery.`,
    ORDER_CLOSED: (duration) => `${duration} after the order ended.`,
    ORDER_ENDED_UNPAID: (duration) => `${duration} after the order ended unpaid.`,
    PAYMENT_SETTLED: (duration) => `${duration} after the payment.`,
    CASE_CLOSED: (duration) => `${duration} after the case was closed.`,
    ACCOUNT_LAST_USED: (duration) => `${duration} after the account was last used.`,
    ACCOUNT_OPENED: (duration) => `${duration} after the account was opened, if nobody confirms it.`,
    SESSION_LAST_USED: (duration) => `${duration} after the device was last used.`,
    CONSENT_WITHDRAWN: (duration) => `${duration} after the consent was withdrawn.`,
    ROLE_ENDED: (duration) => `${duration} after the role or agreement ended.`,
    MAIL_WRITTEN: (duration) => `until it is sent, ${duration} at most.`,
    DOWNLOAD_ASKED: (duration) => `until you fetch it, ${duration} at most.`,
    CODE_MAILED: () => 'until its code is entered, or works no longer.',
  },
  [Language.DE]: {
    ORDER_PLACED: (duration) => `${duration} nach der Bestellung.`,
    ORDER_DELIVERED: (duration) => `${duration} nach der Zustellung.`,
    ORDER_CLOSED: (duration) => `${duration} nach dem Ende der Bestellung.`,
    ORDER_ENDED_UNPAID: (duration) => `${duration} nach dem Ende der unbezahlten Bestellung.`,
    PAYMENT_SETTLED: (duration) => `${duration} nach der Zahlung.`,
    CASE_CLOSED: (duration) => `${duration} nach dem Abschluss des Falls.`,
    ACCOUNT_LAST_USED: (duration) => `${duration} nach der letzten Nutzung des Kontos.`,
    ACCOUNT_OPENED: (duration) => `${duration} nach der Eröffnung des Kontos, wenn es niemand bestätigt.`,
    SESSION_LAST_USED: (duration) => `${duration} nach der letzten Nutzung des Geräts.`,
    CONSENT_WITHDRAWN: (duration) => `${duration} nach dem Widerruf der Einwilligung.`,
    ROLE_ENDED: (duration) => `${duration} nach dem Ende der Aufgabe oder Vereinbarung.`,
    MAIL_WRITTEN: (duration) => `bis zum Versand, höchstens ${duration}.`,
    DOWNLOAD_ASKED: (duration) => `bis Sie sie abholen, höchstens ${duration}.`,
    CODE_MAILED: () => 'bis ihr Code eingegeben ist oder nicht mehr gilt.',
  },
  [Language.ZH]: {
    ORDER_PLACED: (duration) => `下单后${duration}。`,
    ORDER_DELIVERED: (duration) => `送达后${duration}。`,
    ORDER_CLOSED: (duration) => `订单结束后${duration}。`,
    ORDER_ENDED_UNPAID: (duration) => `未付款订单结束后${duration}。`,
    PAYMENT_SETTLED: (duration) => `付款后${duration}。`,
    CASE_CLOSED: (duration) => `工单关闭后${duration}。`,
    ACCOUNT_LAST_USED: (duration) => `账户最后一次使用后${duration}。`,
    ACCOUNT_OPENED: (duration) => `若无人确认，开户后${duration}。`,
    SESSION_LAST_USED: (duration) => `该设备最后一次使用后${duration}。`,
    CONSENT_WITHDRAWN: (duration) => `撤回同意后${duration}。`,
    ROLE_ENDED: (duration) => `职务或协议结束后${duration}。`,
    MAIL_WRITTEN: (duration) => `保留至发出为止，最长${duration}。`,
    DOWNLOAD_ASKED: (duration) => `保留至取走为止，最长${duration}。`,
    CODE_MAILED: () => '保留至输入验证码或验证码失效为止。',
  },
};
