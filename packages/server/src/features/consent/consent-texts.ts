import type { ConsentPurpose } from '@barrier/schema/consent/consent-vocabulary.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';

/** What one agrees to, in a language. */
export interface WrittenConsent {
  readonly title: string;
  readonly text: string;
}

type ConsentVersion = Readonly<Record<Language, WrittenConsent>>;

/**
 * Every text that somebody was ever asked to agree to; the first is version 1, the last is asked for today. Append only: records name the version
 * that was read, so a test compares each with the committed hash of it. Other words are another version.
 */
const VERSIONS: Readonly<Record<ConsentPurpose, readonly [ConsentVersion, ...ConsentVersion[]]>> = {
  PRODUCT_NEWS: [
    {
      EN: {
        title: 'Product news',
        text: 'I agree that Barrier uses my e-mail address to write to me about new and changed products, at most four times a month. Nobody gets it for that but who delivers our mails under contract, and whether I open or click anything is not counted. I can stop this at any time, here or by the link in each mail.',
      },
      DE: {
        title: 'Neues von den Produkten',
        text: 'Ich willige ein, dass Barrier meine E-Mail-Adresse nutzt, um mir von neuen und geänderten Produkten zu schreiben, höchstens viermal im Monat. Außer dem, der unsere Mails vertraglich zustellt, erhält sie dafür niemand, und ob ich etwas öffne oder anklicke, wird nicht gezählt. Ich kann das jederzeit beenden, hier oder über den Link in jeder Mail.',
      },
      ZH: {
        title: '产品资讯',
        text: '我同意 Barrier 使用我的电子邮箱向我发送新品及产品变更的消息，每月最多四封。除依合同为我们投递邮件者外，不会为此提供给任何人，也不统计我是否打开或点击。我可以随时在此处或通过每封邮件中的链接停止接收。',
      },
    },
  ],
  SERVICE_REMINDERS: [
    {
      EN: {
        title: 'Reminders',
        text: 'I agree that Barrier uses my e-mail address and what I ordered to remind me of something useful, such as a product that will soon be used up or past its time after opening. Nobody gets either for that but who delivers our mails under contract. I can stop this at any time, here or by the link in each mail.',
      },
      DE: {
        title: 'Erinnerungen',
        text: 'Ich willige ein, dass Barrier meine E-Mail-Adresse und das, was ich bestellt habe, nutzt, um mich an Nützliches zu erinnern, etwa an ein Produkt, das bald aufgebraucht oder nach dem Öffnen nicht mehr haltbar ist. Außer dem, der unsere Mails vertraglich zustellt, erhält beides dafür niemand. Ich kann das jederzeit beenden, hier oder über den Link in jeder Mail.',
      },
      ZH: {
        title: '提醒',
        text: '我同意 Barrier 使用我的电子邮箱和订购记录向我发送有用的提醒，例如某件产品即将用完或开封后即将过期。除依合同为我们投递邮件者外，不会为此提供给任何人。我可以随时在此处或通过每封邮件中的链接停止接收。',
      },
    },
  ],
};

/** The version that is asked for today. */
export function currentVersion(purpose: ConsentPurpose): number {
  return VERSIONS[purpose].length;
}

/** The words of a version. @throws if there is none of that number. */
export function consentText(purpose: ConsentPurpose, version: number, language: Language): WrittenConsent {
  const written = VERSIONS[purpose][version - 1];
  if (!written) throw new RangeError(`There is no version ${version} of the consent to ${purpose}.`);
  return written[language];
}
