import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with signing up, signing in and what an account holds. */
export const accountError = userErrorsOf({
  INVALID_EMAIL: {
    EN: 'This is not an e-mail address that mail can be sent to.',
    DE: 'An diese E-Mail-Adresse kann keine Nachricht gesendet werden.',
    ZH: '该电子邮箱地址无法接收邮件。',
  },
  TOO_LONG: {
    EN: 'This is too long.',
    DE: 'Das ist zu lang.',
    ZH: '内容过长。',
  },
  INVALID_CHARACTERS: {
    EN: 'This contains characters that cannot be printed on a label.',
    DE: 'Das enthält Zeichen, die sich nicht auf ein Etikett drucken lassen.',
    ZH: '包含无法打印在标签上的字符。',
  },
  MASKED_VALUE: {
    EN: 'This is a mask, not a value. Please enter the value itself.',
    DE: 'Das ist eine Maske und kein Wert. Bitte geben Sie den Wert selbst ein.',
    ZH: '这是掩码而非实际内容，请输入实际内容。',
  },
  PAYMENT_CARD_REFUSED: {
    EN: 'This looks like a payment card number. We never take those here; please leave it out.',
    DE: 'Das sieht wie eine Kartennummer aus. Die nehmen wir hier nie entgegen; bitte lassen Sie sie weg.',
    ZH: '这看起来像银行卡号。我们从不在此收集此类信息，请删除。',
  },
  NATIONAL_ID_REFUSED: {
    EN: 'This looks like an identity number. We never take those; please leave it out.',
    DE: 'Das sieht wie eine Ausweisnummer aus. Die nehmen wir nie entgegen; bitte lassen Sie sie weg.',
    ZH: '这看起来像身份证件号码。我们从不收集此类信息，请删除。',
  },
  PASSWORD_SHORT: {
    EN: 'A password has at least {shortest} characters.',
    DE: 'Ein Passwort hat mindestens {shortest} Zeichen.',
    ZH: '密码至少需要 {shortest} 个字符。',
  },
  PASSWORD_LONG: {
    EN: 'A password has at most {longest} characters.',
    DE: 'Ein Passwort hat höchstens {longest} Zeichen.',
    ZH: '密码最多 {longest} 个字符。',
  },
  PASSWORD_KNOWN: {
    EN: 'This password is too easy to guess: it is on lists of known passwords, or close to your address. Please choose another.',
    DE: 'Dieses Passwort ist zu leicht zu erraten: Es steht auf Listen bekannter Passwörter oder ähnelt Ihrer Adresse. Bitte wählen Sie ein anderes.',
    ZH: '该密码过于容易被猜到：它出现在已知密码列表中，或与您的邮箱相近。请另选一个。',
  },
  CODE_WRONG: {
    EN: 'This code is wrong or no longer valid. After five wrong ones a new code is needed.',
    DE: 'Dieser Code ist falsch oder nicht mehr gültig. Nach fünf falschen brauchen Sie einen neuen.',
    ZH: '验证码错误或已失效。输错五次后需要重新获取。',
  },
  EMAIL_TAKEN: {
    EN: 'This address has got an account of its own meanwhile. Nothing was changed.',
    DE: 'Diese Adresse hat inzwischen ein eigenes Konto. Nichts wurde geändert.',
    ZH: '该邮箱在此期间已有自己的账户。未作任何更改。',
  },
  SIGN_IN_REFUSED: {
    EN: 'Address and password do not match. You can also sign in by a code that we mail you.',
    DE: 'Adresse und Passwort passen nicht zusammen. Sie können sich auch mit einem Code anmelden, den wir Ihnen senden.',
    ZH: '邮箱与密码不匹配。您也可以使用我们发送到邮箱的验证码登录。',
  },
  NOT_FRESH: {
    EN: 'Please sign in again first: it is more than ten minutes ago.',
    DE: 'Bitte melden Sie sich zuerst noch einmal an: Es ist mehr als zehn Minuten her.',
    ZH: '请先重新登录：距离上次登录已超过十分钟。',
  },
});
