import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SecurityChange } from './tell-owner.ts';

/** The words of the mails about the guards of an account. */
export interface SecurityTexts {
  readonly subject: string;
  readonly changes: Readonly<Record<SecurityChange, string>>;
  readonly warning: string;
  readonly link: string;
}

const TEXTS: Readonly<Record<Language, SecurityTexts>> = {
  EN: {
    subject: 'Something changed in how your Barrier account is guarded',
    changes: {
      PASSKEY_ADDED: 'A passkey was added to your account.',
      PASSKEY_REMOVED: 'A passkey was removed from your account.',
      PASSKEY_REQUIRED: 'Your account now asks for a passkey or a code after a password or a mailed code.',
      PASSKEY_NOT_REQUIRED: 'Your account no longer asks for a passkey after a password or a mailed code.',
      TOTP_ADDED: 'An authenticator app was set up: your account now asks for its codes.',
      TOTP_REMOVED: 'The authenticator app was removed: your account no longer asks for its codes.',
      RECOVERY_CODES_MADE: 'New recovery codes were made for your account. The old ones no longer work.',
      RECOVERY_CODE_USED: 'A recovery code of your account was used. It will not work again.',
    },
    warning:
      'If this was you, there is nothing to do. If not, somebody else is in your account: sign in, sign out everywhere else, and remove what you do not know.',
    link: 'See how your account is guarded',
  },
  DE: {
    subject: 'Am Schutz Ihres Kontos bei Barrier hat sich etwas geändert',
    changes: {
      PASSKEY_ADDED: 'Ein Passkey wurde zu Ihrem Konto hinzugefügt.',
      PASSKEY_REMOVED: 'Ein Passkey wurde aus Ihrem Konto entfernt.',
      PASSKEY_REQUIRED:
        'Ihr Konto verlangt jetzt nach Passwort oder zugesandtem Code noch einen Passkey oder einen Code.',
      PASSKEY_NOT_REQUIRED: 'Ihr Konto verlangt nach Passwort oder zugesandtem Code keinen Passkey mehr.',
      TOTP_ADDED: 'Eine Authenticator-App wurde eingerichtet: Ihr Konto verlangt jetzt deren Codes.',
      TOTP_REMOVED: 'Die Authenticator-App wurde entfernt: Ihr Konto verlangt deren Codes nicht mehr.',
      RECOVERY_CODES_MADE: 'Für Ihr Konto gibt es neue Wiederherstellungscodes. Die alten gelten nicht mehr.',
      RECOVERY_CODE_USED: 'Ein Wiederherstellungscode Ihres Kontos wurde benutzt. Er gilt kein zweites Mal.',
    },
    warning:
      'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, ist jemand anderes in Ihrem Konto: Melden Sie sich an, melden Sie alle anderen Geräte ab und entfernen Sie, was Sie nicht kennen.',
    link: 'Zeigen, wie Ihr Konto geschützt ist',
  },
  ZH: {
    subject: '您的 Barrier 账户安全设置已变更',
    changes: {
      PASSKEY_ADDED: '您的账户新增了一个通行密钥。',
      PASSKEY_REMOVED: '您的账户删除了一个通行密钥。',
      PASSKEY_REQUIRED: '您的账户现在会在密码或邮件验证码之后要求通行密钥或验证码。',
      PASSKEY_NOT_REQUIRED: '您的账户在密码或邮件验证码之后不再要求通行密钥。',
      TOTP_ADDED: '已设置身份验证器应用：您的账户现在要求输入其验证码。',
      TOTP_REMOVED: '已删除身份验证器应用：您的账户不再要求输入其验证码。',
      RECOVERY_CODES_MADE: '您的账户已生成新的恢复代码，旧代码不再有效。',
      RECOVERY_CODE_USED: '您的账户使用了一个恢复代码，该代码不再有效。',
    },
    warning:
      '如果是您本人操作，无需处理。如果不是，说明他人进入了您的账户：请登录，在其他设备上全部退出，并删除您不认识的内容。',
    link: '查看账户的保护方式',
  },
};

/** The words of the mails about the guards of an account, in a language. */
export function securityTexts(language: Language): SecurityTexts {
  return TEXTS[language];
}
