import type { LegalTexts } from './legal-text.ts';
import { SAFETY_CONTACT } from './safety-contact.ts';

const ADDRESS = 'Barrier Demo GmbH\nMusterstraße 1\n12345 Musterstadt';

/** Who stands behind the shop (in Germany § 5 DDG), and who is responsible for the cosmetics (Regulation (EC) 1223/2009, article 4). */
export const IMPRINT: LegalTexts = {
  en: {
    title: 'Imprint',
    lead: 'Who stands behind this shop, and how to reach us.',
    sections: [
      { title: 'Company', paragraphs: [`${ADDRESS}\nGermany`, 'Managing director: Testa Mustermann'] },
      { title: 'Contact', paragraphs: ['E-mail: hello@barrier.example\nPhone: +49 30 1234567'] },
      {
        title: 'Register',
        paragraphs: ['Commercial register of Musterstadt, HRB 00000\nVAT identification number: DE000000000'],
      },
      {
        title: 'Responsible person',
        paragraphs: [
          `Barrier Demo GmbH, at the address above, is the responsible person in the European Union for all products under Regulation (EC) 1223/2009. Who answers in other markets stands on each product’s page. Please report undesirable effects to ${SAFETY_CONTACT}, with the batch number from the pack.`,
        ],
      },
      {
        title: 'Disputes',
        paragraphs: [
          'We do not take part in dispute resolution before a consumer arbitration board and are not obliged to.',
        ],
      },
    ],
  },
  de: {
    title: 'Impressum',
    lead: 'Wer hinter diesem Shop steht und wie Sie uns erreichen.',
    sections: [
      { title: 'Unternehmen', paragraphs: [`${ADDRESS}`, 'Geschäftsführung: Testa Mustermann'] },
      { title: 'Kontakt', paragraphs: ['E-Mail: hello@barrier.example\nTelefon: +49 30 1234567'] },
      {
        title: 'Register',
        paragraphs: ['Handelsregister Musterstadt, HRB 00000\nUmsatzsteuer-Identifikationsnummer: DE000000000'],
      },
      {
        title: 'Verantwortliche Person',
        paragraphs: [
          `Die Barrier Demo GmbH ist unter der oben genannten Anschrift in der Europäischen Union verantwortliche Person für alle Produkte im Sinne der Verordnung (EG) Nr. 1223/2009. Wer in anderen Märkten verantwortlich ist, steht auf der Seite des Produkts. Unerwünschte Wirkungen melden Sie bitte mit der Chargennummer der Packung an ${SAFETY_CONTACT}.`,
        ],
      },
      {
        title: 'Streitbeilegung',
        paragraphs: [
          'Wir nehmen nicht an einem Streitbeilegungsverfahren vor einer Verbraucherschlichtungsstelle teil und sind dazu nicht verpflichtet.',
        ],
      },
    ],
  },
  zh: {
    title: '网站信息',
    lead: '谁在经营这家商店，以及如何联系我们。',
    sections: [
      { title: '公司', paragraphs: [`${ADDRESS}\n德国`, '总经理：Testa Mustermann'] },
      { title: '联系方式', paragraphs: ['电子邮箱：hello@barrier.example\n电话：+49 30 1234567'] },
      { title: '注册信息', paragraphs: ['Musterstadt 商业登记处，HRB 00000\n增值税识别号：DE000000000'] },
      {
        title: '责任人',
        paragraphs: [
          `Barrier Demo GmbH（地址同上）是所有产品依据欧盟第 1223/2009 号法规在欧盟的责任人。其他市场的责任人见各产品页面。如出现不良反应，请附上包装上的批号发送至 ${SAFETY_CONTACT}。`,
        ],
      },
      { title: '争议解决', paragraphs: ['我们不参加消费者仲裁机构的争议解决程序，也没有参加的义务。'] },
    ],
  },
};
