import type { Language } from '@barrier/schema/market/market.type.ts';
import { DE } from './mail-texts.de.ts';
import { EN } from './mail-texts.en.ts';
import { ZH } from './mail-texts.zh.ts';

/** What a mail is about: the footer says that it is about nothing else. */
export type MailTopic = 'ORDER' | 'ACCOUNT';

/** The words of the mails in one language. Amounts, dates and addresses come in written already. */
export interface MailTexts {
  /** BCP 47 tag. */
  readonly tag: string;
  readonly confirmation: {
    readonly subject: (number: string) => string;
    readonly title: string;
    readonly intro: (number: string, date: string) => string;
    readonly follow: string;
    readonly followNote: string;
    readonly goods: string;
    readonly detail: (variant: string, quantity: number, unitPrice: string) => string;
    readonly subtotal: string;
    readonly discount: string;
    readonly shipping: string;
    readonly free: string;
    readonly total: string;
    readonly includedTax: (rate: string) => string;
    readonly address: string;
    readonly withdrawal: string;
    readonly withdrawalText: readonly string[];
    readonly withdrawalLink: string;
  };
  readonly lapsed: {
    readonly subject: (number: string) => string;
    readonly title: string;
    readonly text: (number: string) => readonly string[];
    readonly link: string;
  };
  readonly refunded: {
    readonly subject: (number: string) => string;
    readonly title: string;
    readonly text: (number: string, amount: string) => readonly string[];
    /** The payment came after its time, when the goods were gone. */
    readonly lateText: (number: string, amount: string) => readonly string[];
  };
  readonly code: {
    readonly subject: string;
    readonly title: string;
    readonly text: (number: string, minutes: number) => string;
    readonly warning: string;
  };
  readonly checkpoint: {
    readonly title: string;
    readonly text: (sequence: string) => string;
  };
  /** The address of the privacy page follows. */
  readonly footer: (privacyUrl: string, about: MailTopic) => readonly string[];
}

const TEXTS: Readonly<Record<Language, MailTexts>> = { EN, DE, ZH };

/** The words of the mails in a language. */
export function mailTexts(language: Language): MailTexts {
  return TEXTS[language];
}
