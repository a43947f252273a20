import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { ActiveSubject } from '../../../privacy/subjects/active-subject.ts';
import { queueNotice } from '../../mail/queue-notice.ts';
import type { DownloadDeps } from './download-deps.ts';
import type { ReadyMail } from './open-ready-mail.ts';

interface ReadyTexts {
  readonly subject: string;
  readonly title: string;
  readonly customer: string;
  readonly guest: (number: string) => string;
  readonly link: string;
  /** Why there is no link to the file. */
  readonly noLink: string;
  readonly notYouCustomer: string;
  readonly notYouGuest: string;
}

const TEXTS: Readonly<Record<Language, ReadyTexts>> = {
  EN: {
    subject: 'The copy of your data is ready',
    title: 'Your copy is ready',
    customer: 'You asked for a copy of your data. It can be fetched once, within a day, in your account.',
    guest: (number) =>
      `You asked for a copy of the data of your order ${number}. It can be fetched once, within a day: open the page of the order by the link in its confirmation, and go on to “Your data” there.`,
    link: 'To your data',
    noLink: 'This mail holds no link to the file, so that nobody gets it who only reads your mail.',
    notYouCustomer: 'If you did not ask for it, end all sessions in your account and change your password.',
    notYouGuest:
      'If you did not ask for it, somebody has the link of your order and reads your mail: please change the password of your mailbox.',
  },
  DE: {
    subject: 'Die Kopie Ihrer Daten liegt bereit',
    title: 'Ihre Kopie liegt bereit',
    customer:
      'Sie haben eine Kopie Ihrer Daten angefordert. Sie lässt sich einmal und innerhalb eines Tages in Ihrem Konto abholen.',
    guest: (number) =>
      `Sie haben eine Kopie der Daten Ihrer Bestellung ${number} angefordert. Sie lässt sich einmal und innerhalb eines Tages abholen: Öffnen Sie die Seite der Bestellung mit dem Link aus der Bestätigung und gehen Sie dort weiter zu „Ihre Daten“.`,
    link: 'Zu Ihren Daten',
    noLink: 'Diese Mail enthält keinen Link zur Datei, damit niemand sie bekommt, der nur Ihre Mails liest.',
    notYouCustomer:
      'Wenn Sie sie nicht angefordert haben, beenden Sie alle Sitzungen in Ihrem Konto und ändern Sie Ihr Passwort.',
    notYouGuest:
      'Wenn Sie sie nicht angefordert haben, kennt jemand den Link Ihrer Bestellung und liest Ihre Mails: Bitte ändern Sie das Passwort Ihres Postfachs.',
  },
  ZH: {
    subject: '您的数据副本已准备好',
    title: '副本已准备好',
    customer: '您申请了一份数据副本。可在一天内于您的账户中取走一次。',
    guest: (number) =>
      `您申请了订单 ${number} 的数据副本。可在一天内取走一次：请通过确认邮件中的链接打开订单页面，再进入“您的数据”。`,
    link: '查看您的数据',
    noLink: '本邮件不含文件链接，因此仅能阅读您邮件的人无法取得文件。',
    notYouCustomer: '如果不是您本人申请，请在账户中结束所有会话并更改密码。',
    notYouGuest: '如果不是您本人申请，说明有人持有您的订单链接并能阅读您的邮件：请更改邮箱密码。',
  },
};

/** Queues the mail that says a copy can be fetched. It carries no right: whoever reads it has to prove who they are (D16). */
export async function queueReadyMail(
  { core, publicUrl, seller }: DownloadDeps,
  em: SqlEntityManager,
  reader: ActiveSubject,
  { to, orderNumber, language }: ReadyMail & { readonly language: Language },
): Promise<void> {
  const texts = TEXTS[language];
  const href = `${publicUrl}/${language.toLowerCase()}/account/privacy`;
  await queueNotice(core, em, reader, {
    kind: 'DOWNLOAD_READY',
    about: orderNumber === null ? 'ACCOUNT' : 'ORDER',
    to,
    language,
    subject: texts.subject,
    title: texts.title,
    blocks: [
      { kind: 'paragraph', text: orderNumber === null ? texts.customer : texts.guest(orderNumber) },
      ...(orderNumber === null ? [{ kind: 'link' as const, label: texts.link, href }] : []),
      { kind: 'small', text: `${texts.noLink} ${orderNumber === null ? texts.notYouCustomer : texts.notYouGuest}` },
    ],
    publicUrl,
    seller,
  });
}
