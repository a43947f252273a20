import { userErrorsOf } from '../../../platform/graphql/user-error.ts';

/** What can be wrong with passkeys, second factors and recovery codes. */
export const securityError = userErrorsOf({
  NAME_MISSING: {
    EN: 'Please give it a name, to tell it from others.',
    DE: 'Bitte geben Sie einen Namen an, um ihn von anderen zu unterscheiden.',
    ZH: '请填写名称，以便区分。',
  },
  PASSKEY_REFUSED: {
    EN: 'This passkey was not accepted. It may have been removed here, or took too long; please try again or sign in another way.',
    DE: 'Dieser Passkey wurde nicht angenommen. Vielleicht ist er hier entfernt, oder es hat zu lange gedauert; bitte versuchen Sie es noch einmal oder melden Sie sich anders an.',
    ZH: '该通行密钥未被接受。可能已在此处删除，或操作超时；请重试或使用其他方式登录。',
  },
  MANY_PASSKEYS: {
    EN: 'An account has at most {most} passkeys. Please remove one first.',
    DE: 'Ein Konto hat höchstens {most} Passkeys. Bitte entfernen Sie zuerst einen.',
    ZH: '一个账户最多有 {most} 个通行密钥，请先删除一个。',
  },
  NO_PASSKEY: {
    EN: 'Please add a passkey first.',
    DE: 'Bitte fügen Sie zuerst einen Passkey hinzu.',
    ZH: '请先添加通行密钥。',
  },
  TOTP_THERE: {
    EN: 'An authenticator app is set up already. To use another, please remove it first.',
    DE: 'Eine Authenticator-App ist schon eingerichtet. Für eine andere entfernen Sie bitte zuerst diese.',
    ZH: '已设置身份验证器应用。如需更换，请先将其删除。',
  },
  TOTP_WRONG: {
    EN: 'This is not the code that the app shows now, or the set-up took longer than a quarter of an hour. Does the clock of the device go right?',
    DE: 'Das ist nicht der Code, den die App jetzt zeigt, oder das Einrichten hat länger als eine Viertelstunde gedauert. Geht die Uhr des Geräts richtig?',
    ZH: '该验证码与应用当前显示的不符，或设置时间超过十五分钟。请检查设备时间是否正确。',
  },
  FACTOR_WRONG: {
    EN: 'This code is wrong, was used already, or is no longer valid. After five wrong ones you sign in anew.',
    DE: 'Dieser Code ist falsch, schon benutzt oder nicht mehr gültig. Nach fünf falschen melden Sie sich neu an.',
    ZH: '验证码错误、已使用或已失效。输错五次后需要重新登录。',
  },
  FACTOR_OVER: {
    EN: 'That took too long. Please sign in anew.',
    DE: 'Das hat zu lange gedauert. Bitte melden Sie sich neu an.',
    ZH: '操作超时，请重新登录。',
  },
  NO_FACTOR: {
    EN: 'Recovery codes are for accounts that ask for a second factor. Please set one up first.',
    DE: 'Wiederherstellungscodes gibt es für Konten, die einen zweiten Faktor verlangen. Bitte richten Sie zuerst einen ein.',
    ZH: '恢复代码适用于需要双重验证的账户，请先设置双重验证。',
  },
});
