import type { Language } from '@barrier/schema/market/market.type.ts';

interface MailTexts {
  readonly subject: string;
  readonly title: string;
}

/** The words of the mails about a change of address, and about an account that nobody uses. */
export interface ProfileTexts {
  /** To the new address. */
  readonly code: MailTexts & { readonly text: (minutes: number) => string };
  /** To the new address, if it has an account of its own. */
  readonly taken: MailTexts & { readonly text: string };
  /** To the old address, once it is no longer that of the account. */
  readonly changed: MailTexts & { readonly text: string; readonly notYou: (service: string) => string };
  /** To the holder of an account that goes on a day, in words. */
  readonly unused: MailTexts & {
    readonly text: (day: string) => string;
    readonly stay: string;
    readonly signIn: string;
  };
  readonly warning: string;
}

const TEXTS: Readonly<Record<Language, ProfileTexts>> = {
  EN: {
    code: {
      subject: 'Your code for Barrier',
      title: 'Your new address',
      text: (minutes) =>
        `Enter this code in your account to have its mail sent to this address from now on. It works once and for ${minutes} minutes.`,
    },
    taken: {
      subject: 'This address has an account already',
      title: 'Nothing was changed',
      text: 'Somebody, probably you, wanted to use this address for another account at Barrier. It has an account of its own, so nothing was changed. To use it for the other one, sign in to this one first and give it another address.',
    },
    changed: {
      subject: 'Your account has another address now',
      title: 'Your account has another address',
      text: 'The e-mail address of your account at Barrier was changed. All other devices were signed out, and this address is not kept with the account any more. It is the last mail about the account that goes here.',
      notYou: (service) => `If it was not you, please write to ${service} at once.`,
    },
    unused: {
      subject: 'Your account goes soon',
      title: 'Your account was not used for long',
      text: (day) =>
        `Nobody has used your account at Barrier for long. We keep nothing longer than we need to, so it is erased on ${day}, with all that is in it.`,
      stay: 'If you want to keep it, sign in once before that. If not, there is nothing to do.',
      signIn: 'Sign in',
    },
    warning: 'We never ask for this code by phone or in a chat. If you did not ask for it, there is nothing to do.',
  },
  DE: {
    code: {
      subject: 'Ihr Code für Barrier',
      title: 'Ihre neue Adresse',
      text: (minutes) =>
        `Geben Sie diesen Code in Ihrem Konto ein, damit dessen Nachrichten künftig an diese Adresse gehen. Er gilt einmal und ${minutes} Minuten lang.`,
    },
    taken: {
      subject: 'Diese Adresse hat schon ein Konto',
      title: 'Nichts wurde geändert',
      text: 'Jemand, vermutlich Sie, wollte diese Adresse für ein anderes Konto bei Barrier verwenden. Sie hat ein eigenes, deshalb wurde nichts geändert. Um sie für das andere zu verwenden, melden Sie sich zuerst bei diesem an und geben ihm eine andere Adresse.',
    },
    changed: {
      subject: 'Ihr Konto hat jetzt eine andere Adresse',
      title: 'Ihr Konto hat eine andere Adresse',
      text: 'Die E-Mail-Adresse Ihres Kontos bei Barrier wurde geändert. Alle anderen Geräte wurden abgemeldet, und diese Adresse ist beim Konto nicht mehr gespeichert. Dies ist die letzte Nachricht über das Konto, die hierher geht.',
      notYou: (service) => `Wenn Sie das nicht waren, schreiben Sie bitte gleich an ${service}.`,
    },
    unused: {
      subject: 'Ihr Konto wird bald gelöscht',
      title: 'Ihr Konto wurde lange nicht benutzt',
      text: (day) =>
        `Ihr Konto bei Barrier hat lange niemand benutzt. Wir bewahren nichts länger auf als nötig, deshalb wird es am ${day} gelöscht, mit allem, was darin ist.`,
      stay: 'Wenn Sie es behalten möchten, melden Sie sich vorher einmal an. Wenn nicht, müssen Sie nichts tun.',
      signIn: 'Anmelden',
    },
    warning:
      'Wir fragen nie am Telefon oder in einem Chat nach diesem Code. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
  },
  ZH: {
    code: {
      subject: '您的 Barrier 验证码',
      title: '您的新邮箱',
      text: (minutes) => `请在账户中输入此验证码，今后账户邮件将发送至此邮箱。仅可使用一次，${minutes} 分钟内有效。`,
    },
    taken: {
      subject: '此邮箱已有账户',
      title: '未作任何更改',
      text: '有人（可能是您）想将此邮箱用于 Barrier 的另一个账户。此邮箱已有自己的账户，因此未作任何更改。若要用于另一账户，请先登录此账户并更换其邮箱。',
    },
    changed: {
      subject: '您的账户已更换邮箱',
      title: '您的账户已更换邮箱',
      text: '您在 Barrier 的账户邮箱已更改。其他设备均已退出登录，账户不再保存此邮箱。这是发往此处的最后一封账户邮件。',
      notYou: (service) => `如果不是您本人操作，请立即写信至 ${service}。`,
    },
    unused: {
      subject: '您的账户即将删除',
      title: '您的账户已很久未使用',
      text: (day) =>
        `您在 Barrier 的账户已很久无人使用。我们不会超出需要保存任何内容，因此账户及其全部内容将于 ${day} 删除。`,
      stay: '若想保留，请在此之前登录一次。若不需要，无需任何操作。',
      signIn: '登录',
    },
    warning: '我们绝不会通过电话或聊天索要此验证码。如果不是您本人请求，无需任何操作。',
  },
};

/** The words of these mails in a language. */
export function profileTexts(language: Language): ProfileTexts {
  return TEXTS[language];
}
