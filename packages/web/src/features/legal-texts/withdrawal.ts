import type { LegalTexts } from './legal-text.ts';
import { inOneLine } from './name-seller.ts';

/** The right of withdrawal with the model form (Directive 2011/83/EU, annex I). */
export const WITHDRAWAL: LegalTexts = {
  en: (seller) => ({
    title: 'Withdraw from contract',
    lead: 'You have 14 days to change your mind, without giving a reason.',
    sections: [
      {
        title: 'Your right',
        paragraphs: [
          'You may withdraw from the contract within 14 days from the day on which you, or somebody you name who is not the carrier, received the last of the goods.',
        ],
      },
      {
        title: 'How to do it',
        paragraphs: [
          `Tell us in a clear statement that you withdraw, for instance by e-mail to ${seller.withdrawalEmail} with your order number. It is enough to send it before the 14 days have passed. Keep what you sent: it is your proof. We answer it by e-mail.`,
        ],
      },
      {
        title: 'What happens then',
        paragraphs: [
          'We pay back all that we received from you, including standard delivery, within 14 days of your statement and by the way in which you paid. We may wait until the goods, or proof that you sent them, have arrived. You send them back within 14 days and bear the cost of doing so.',
        ],
      },
      {
        title: 'What cannot be returned',
        paragraphs: [
          'Cosmetics that were delivered sealed, once the seal has been broken, for reasons of health and hygiene.',
        ],
      },
      {
        title: 'Model form',
        paragraphs: [
          `To ${inOneLine(seller)}, ${seller.withdrawalEmail}:\nI hereby withdraw from my contract of sale of the following goods: …\nOrdered on … / received on …\nOrder number: …\nDate`,
        ],
      },
    ],
  }),
  de: (seller) => ({
    title: 'Vertrag widerrufen',
    lead: 'Sie haben 14 Tage Zeit, es sich anders zu überlegen, ohne Angabe von Gründen.',
    sections: [
      {
        title: 'Ihr Widerrufsrecht',
        paragraphs: [
          'Sie können den Vertrag binnen 14 Tagen ab dem Tag widerrufen, an dem Sie oder ein von Ihnen benannter Dritter, der nicht der Beförderer ist, die letzte Ware in Besitz genommen haben.',
        ],
      },
      {
        title: 'So geht es',
        paragraphs: [
          `Teilen Sie uns in einer eindeutigen Erklärung mit, dass Sie widerrufen, etwa per E-Mail mit Ihrer Bestellnummer an ${seller.withdrawalEmail}. Es genügt, sie vor Ablauf der 14 Tage abzusenden. Bewahren Sie auf, was Sie gesendet haben: Es ist Ihr Nachweis. Wir antworten darauf per E-Mail.`,
        ],
      },
      {
        title: 'Was dann geschieht',
        paragraphs: [
          'Wir erstatten alles, was wir von Ihnen erhalten haben, einschließlich der Standardlieferung, binnen 14 Tagen nach Ihrer Erklärung und auf demselben Zahlungsweg. Wir dürfen warten, bis die Ware oder der Nachweis ihrer Absendung bei uns ist. Sie senden sie binnen 14 Tagen zurück und tragen die Kosten der Rücksendung.',
        ],
      },
      {
        title: 'Was nicht zurückgegeben werden kann',
        paragraphs: [
          'Versiegelt gelieferte Kosmetik, deren Versiegelung entfernt wurde, aus Gründen des Gesundheitsschutzes und der Hygiene.',
        ],
      },
      {
        title: 'Muster-Widerrufsformular',
        paragraphs: [
          `An ${inOneLine(seller)}, ${seller.withdrawalEmail}:\nHiermit widerrufe ich den von mir abgeschlossenen Vertrag über den Kauf der folgenden Waren: …\nBestellt am … / erhalten am …\nBestellnummer: …\nDatum`,
        ],
      },
    ],
  }),
  zh: (seller) => ({
    title: '撤回合同',
    lead: '您有 14 天时间改变主意，无需说明理由。',
    sections: [
      {
        title: '您的权利',
        paragraphs: ['自您或您指定的第三方（承运人除外）收到最后一件商品之日起 14 天内，您可以撤回合同。'],
      },
      {
        title: '如何撤回',
        paragraphs: [
          `请以明确的声明告知我们您要撤回，例如发送电子邮件至 ${seller.withdrawalEmail} 并注明订单号。在 14 天期满前发出即可。请保留您发出的内容作为凭证，我们会以电子邮件答复。`,
        ],
      },
      {
        title: '之后会怎样',
        paragraphs: [
          '我们在收到声明后 14 天内，以您付款时的方式退还全部款项，包括标准运费；我们可以等到收到商品或寄回凭证后再退款。请在 14 天内寄回商品，寄回费用由您承担。',
        ],
      },
      { title: '不可退回的商品', paragraphs: ['出于健康与卫生原因，密封交付且已拆封的化妆品。'] },
      {
        title: '撤回表格范本',
        paragraphs: [
          `致 ${inOneLine(seller)}, ${seller.withdrawalEmail}：\n本人在此撤回所订立的以下商品的购买合同：……\n订购日期……／收货日期……\n订单号：……\n日期`,
        ],
      },
    ],
  }),
};
