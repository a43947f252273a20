import type { Language } from '@barrier/schema/market/market.type.ts';

/** The words of the mails about an account. */
export interface AccountTexts {
  readonly subject: string;
  readonly title: string;
  /** How long the code is valid, in minutes. */
  readonly confirm: (minutes: number) => string;
  readonly known: (minutes: number) => string;
  readonly signIn: (minutes: number) => string;
  readonly warning: string;
}

const TEXTS: Readonly<Record<Language, AccountTexts>> = {
  EN: {
    subject: 'Your code for Barrier',
    title: 'Your code',
    confirm: (minutes) =>
      `Enter this code to open your account. It works once and for ${minutes} minutes. If nobody enters it, the account is gone within a week.`,
    known: (minutes) =>
      `Somebody, probably you, wanted to open an account with this address. It has one: enter this code to sign in. It works once and for ${minutes} minutes.`,
    signIn: (minutes) => `Enter this code to sign in. It works once and for ${minutes} minutes.`,
    warning: 'We never ask for this code by phone or in a chat. If you did not ask for it, there is nothing to do.',
  },
  DE: {
    subject: 'Ihr Code für Barrier',
    title: 'Ihr Code',
    confirm: (minutes) =>
      `Geben Sie diesen Code ein, um Ihr Konto zu eröffnen. Er gilt einmal und ${minutes} Minuten lang. Gibt ihn niemand ein, ist das Konto nach einer Woche wieder gelöscht.`,
    known: (minutes) =>
      `Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines: Mit diesem Code melden Sie sich an. Er gilt einmal und ${minutes} Minuten lang.`,
    signIn: (minutes) => `Geben Sie diesen Code ein, um sich anzumelden. Er gilt einmal und ${minutes} Minuten lang.`,
    warning:
      'Wir fragen nie am Telefon oder in einem Chat nach diesem Code. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
  },
  ZH: {
    subject: '您的 Barrier 验证码',
    title: '您的验证码',
    confirm: (minutes) =>
      `请输入此验证码以开通账户。验证码仅可使用一次，${minutes} 分钟内有效。若无人输入，账户将在一周内删除。`,
    known: (minutes) =>
      `有人（可能是您）想用此邮箱开通账户。该邮箱已有账户：输入此验证码即可登录。仅可使用一次，${minutes} 分钟内有效。`,
    signIn: (minutes) => `请输入此验证码以登录。仅可使用一次，${minutes} 分钟内有效。`,
    warning: '我们绝不会通过电话或聊天索要此验证码。如果不是您本人请求，无需任何操作。',
  },
};

/** The words of the mails about an account in a language. */
export function accountTexts(language: Language): AccountTexts {
  return TEXTS[language];
}
