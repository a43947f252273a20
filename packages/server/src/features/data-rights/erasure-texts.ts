import type { Language } from '@barrier/schema/market/market.type.ts';

interface MailWords {
  readonly subject: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly link: string;
  readonly note: string;
}

/** The words of mails and receipts about an erasure. */
export interface ErasureTexts {
  readonly scheduled: (dueAt: Date, timeZone: string) => MailWords;
  readonly cancelled: MailWords;
  readonly receipt: MailWords;
  /** What the receipt attests, before and after the last key is destroyed. */
  readonly statement: Readonly<Record<'WAITING' | 'EXECUTED' | 'FINAL', string>>;
}

const moment = (tag: string, at: Date, timeZone: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);

const TEXTS: Readonly<Record<Language, ErasureTexts>> = {
  EN: {
    scheduled: (dueAt, timeZone) => ({
      subject: 'Your data will be erased',
      title: 'Your data will be erased',
      text: [
        `Somebody, probably you, asked us to erase it. We begin on ${moment('en-GB', dueAt, timeZone)} (${timeZone}). Until then nothing is lost, and you can cancel it.`,
        'What is paid and on its way is delivered first. Before your address goes we mail you a receipt.',
      ],
      link: 'See or cancel it',
      note: 'If it was not you, cancel it and change how you sign in: somebody else could read your mail or knows your password.',
    }),
    cancelled: {
      subject: 'The erasure is cancelled',
      title: 'Nothing is erased',
      text: ['The erasure that was scheduled is cancelled. Everything is as it was.'],
      link: 'Your data and your rights',
      note: 'You can ask for it again at any time.',
    },
    receipt: {
      subject: 'The receipt of your erasure',
      title: 'This is our last mail',
      text: [
        'We now erase what you asked us to erase. This mail goes out first, since afterwards we do not know your address any more.',
        'The link leads to the receipt: what was erased, when, what may remain and until when, and what we found when we looked again. It fills in within minutes and says nothing of you.',
      ],
      link: 'Open the receipt',
      note: 'Keep this mail: nobody, not even we, can find the receipt without the link.',
    },
    statement: {
      WAITING: 'We have been asked to erase this and are about to.',
      EXECUTED:
        'We attest that rows and keys of the person are gone. Copies in backups open to nobody once the last key is destroyed; then the erasure is final.',
      FINAL: 'We attest that rows and keys of the person are gone, and that no copy of them opens any more.',
    },
  },
  DE: {
    scheduled: (dueAt, timeZone) => ({
      subject: 'Ihre Daten werden gelöscht',
      title: 'Ihre Daten werden gelöscht',
      text: [
        `Jemand, vermutlich Sie, hat uns darum gebeten. Wir beginnen am ${moment('de-DE', dueAt, timeZone)} (${timeZone}). Bis dahin geht nichts verloren, und Sie können es abbrechen.`,
        'Was bezahlt und unterwegs ist, wird erst geliefert. Bevor Ihre Adresse verschwindet, schicken wir Ihnen eine Quittung.',
      ],
      link: 'Ansehen oder abbrechen',
      note: 'Wenn Sie es nicht waren, brechen Sie es ab und ändern Sie, wie Sie sich anmelden: Jemand anderes liest vielleicht Ihre Mails oder kennt Ihr Passwort.',
    }),
    cancelled: {
      subject: 'Die Löschung ist abgebrochen',
      title: 'Es wird nichts gelöscht',
      text: ['Die vorgemerkte Löschung ist abgebrochen. Alles ist, wie es war.'],
      link: 'Ihre Daten und Rechte',
      note: 'Sie können sie jederzeit wieder verlangen.',
    },
    receipt: {
      subject: 'Die Quittung über Ihre Löschung',
      title: 'Das ist unsere letzte Mail',
      text: [
        'Wir löschen jetzt, worum Sie uns gebeten haben. Diese Mail geht vorher hinaus, denn danach kennen wir Ihre Adresse nicht mehr.',
        'Der Link führt zur Quittung: was gelöscht wurde, wann, was bleiben kann und wie lange, und was wir beim Nachsehen gefunden haben. Sie füllt sich in wenigen Minuten und sagt nichts über Sie.',
      ],
      link: 'Quittung öffnen',
      note: 'Bewahren Sie diese Mail auf: Ohne den Link findet niemand die Quittung, auch wir nicht.',
    },
    statement: {
      WAITING: 'Wir sind um diese Löschung gebeten worden und stehen davor.',
      EXECUTED:
        'Wir bescheinigen, dass Datensätze und Schlüssel der Person gelöscht sind. Kopien in Sicherungen öffnen sich niemandem mehr, sobald der letzte Schlüssel vernichtet ist; dann ist die Löschung endgültig.',
      FINAL:
        'Wir bescheinigen, dass Datensätze und Schlüssel der Person gelöscht sind und sich keine Kopie davon mehr öffnet.',
    },
  },
  ZH: {
    scheduled: (dueAt, timeZone) => ({
      subject: '您的数据将被删除',
      title: '您的数据将被删除',
      text: [
        `有人（可能是您）要求我们删除数据。我们将于 ${moment('zh-CN', dueAt, timeZone)}（${timeZone}）开始。在此之前不会丢失任何内容，您可以取消。`,
        '已付款且在途的订单会先完成配送。在您的地址删除之前，我们会寄出一份凭证。',
      ],
      link: '查看或取消',
      note: '如果不是您本人，请取消并更改登录方式：可能有人能读到您的邮件或知道您的密码。',
    }),
    cancelled: {
      subject: '删除已取消',
      title: '没有任何内容被删除',
      text: ['已安排的删除已取消，一切保持原样。'],
      link: '您的数据与权利',
      note: '您可以随时再次提出。',
    },
    receipt: {
      subject: '您的删除凭证',
      title: '这是我们的最后一封邮件',
      text: [
        '我们现在开始删除您要求删除的内容。此邮件先行发出，因为之后我们将不再知道您的地址。',
        '链接指向凭证：删除了什么、何时删除、哪些可能保留及保留多久，以及我们复查的结果。凭证将在几分钟内填写完整，且不含任何关于您的信息。',
      ],
      link: '打开凭证',
      note: '请保存此邮件：没有该链接，包括我们在内，任何人都无法找到凭证。',
    },
    statement: {
      WAITING: '我们已收到删除请求，即将执行。',
      EXECUTED: '我们证明：该人的数据行与密钥已删除。最后一把密钥销毁后，备份中的副本将无人能打开；届时删除最终生效。',
      FINAL: '我们证明：该人的数据行与密钥已删除，且任何副本都无法再打开。',
    },
  },
};

/** The words about an erasure in a language. */
export function erasureTexts(language: Language): ErasureTexts {
  return TEXTS[language];
}
