import type { LegalTexts, NamedSeller } from './legal-text.ts';

/** Who stands behind the shop (in Germany § 5 DDG), and who is responsible for the cosmetics (Regulation (EC) 1223/2009, article 4). */
export const IMPRINT: LegalTexts = {
  en: (seller) => ({
    title: 'Imprint',
    lead: 'Who stands behind this shop, and how to reach us.',
    sections: [
      { title: 'Company', paragraphs: [addressOf(seller), `Represented by: ${seller.representatives.join(', ')}`] },
      { title: 'Contact', paragraphs: [linesOf(`E-mail: ${seller.email}`, seller.phone && `Phone: ${seller.phone}`)] },
      {
        title: 'Register and tax',
        paragraphs: [
          linesOf(
            seller.register,
            `VAT identification number: ${seller.vatId}`,
            ...seller.vatRegistrations.map(({ country, vatId }) => `VAT number (${country}): ${vatId}`),
          ),
        ],
      },
      {
        title: 'Responsible person',
        paragraphs: [
          `Who is the responsible person for a product in your market, in the European Union under Regulation (EC) 1223/2009, stands on the product’s page. Please report undesirable effects to ${seller.safetyEmail}, with the batch number from the pack.`,
        ],
      },
      {
        title: 'Disputes',
        paragraphs: [
          'We do not take part in dispute resolution before a consumer arbitration board and are not obliged to.',
        ],
      },
    ],
  }),
  de: (seller) => ({
    title: 'Impressum',
    lead: 'Wer hinter diesem Shop steht und wie Sie uns erreichen.',
    sections: [
      {
        title: 'Unternehmen',
        paragraphs: [addressOf(seller), `Vertreten durch: ${seller.representatives.join(', ')}`],
      },
      {
        title: 'Kontakt',
        paragraphs: [linesOf(`E-Mail: ${seller.email}`, seller.phone && `Telefon: ${seller.phone}`)],
      },
      {
        title: 'Register und Steuer',
        paragraphs: [
          linesOf(
            seller.register,
            `Umsatzsteuer-Identifikationsnummer: ${seller.vatId}`,
            ...seller.vatRegistrations.map(({ country, vatId }) => `Umsatzsteuernummer (${country}): ${vatId}`),
          ),
        ],
      },
      {
        title: 'Verantwortliche Person',
        paragraphs: [
          `Wer in Ihrem Markt für ein Produkt verantwortlich ist, in der Europäischen Union im Sinne der Verordnung (EG) Nr. 1223/2009, steht auf der Seite des Produkts. Unerwünschte Wirkungen melden Sie bitte mit der Chargennummer der Packung an ${seller.safetyEmail}.`,
        ],
      },
      {
        title: 'Streitbeilegung',
        paragraphs: [
          'Wir nehmen nicht an einem Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle teil und sind dazu nicht verpflichtet.',
        ],
      },
    ],
  }),
  zh: (seller) => ({
    title: '网站信息',
    lead: '谁在经营这家商店，以及如何联系我们。',
    sections: [
      { title: '公司', paragraphs: [addressOf(seller), `法定代表人：${seller.representatives.join('、')}`] },
      {
        title: '联系方式',
        paragraphs: [linesOf(`电子邮箱：${seller.email}`, seller.phone && `电话：${seller.phone}`)],
      },
      {
        title: '注册与税务',
        paragraphs: [
          linesOf(
            seller.register,
            `增值税识别号：${seller.vatId}`,
            ...seller.vatRegistrations.map(({ country, vatId }) => `增值税号（${country}）：${vatId}`),
          ),
        ],
      },
      {
        title: '责任人',
        paragraphs: [
          `各产品在您所在市场的责任人（在欧盟依据第 1223/2009 号法规）见该产品页面。如出现不良反应，请附上包装上的批号发送至 ${seller.safetyEmail}。`,
        ],
      },
      { title: '争议解决', paragraphs: ['我们不参加消费者仲裁机构的争议解决程序，也没有参加的义务。'] },
    ],
  }),
};

function addressOf({ name, addressLines, country }: NamedSeller): string {
  return linesOf(name, ...addressLines, country);
}

/** The lines that there are, as one paragraph. */
function linesOf(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n');
}
