import type { LegalTexts } from './legal-text.ts';
import { inOneLine } from './name-seller.ts';

/** The terms of sale. */
export const TERMS: LegalTexts = {
  en: (seller) => ({
    title: 'Terms',
    lead: 'What holds when you buy here, on one page.',
    sections: [
      {
        title: 'Who you buy from',
        paragraphs: [
          `The contract is made with ${inOneLine(seller)}, ${seller.country}. It can be made in English, German or Chinese.`,
        ],
      },
      {
        title: 'How the contract is made',
        paragraphs: [
          'What you see in the shop is an invitation to order. By pressing “Order and pay” you make a binding offer. We accept it with the confirmation that we send by e-mail once your payment has arrived. Before you press the button you can see and correct everything on one page.',
          'An order that is not paid within 20 minutes lapses; nothing is owed then.',
        ],
      },
      {
        title: 'Prices',
        paragraphs: [
          'Prices for the European Union, the United Kingdom and China include value added tax. Prices for the United States are before sales tax. Delivery is added and shown before you order.',
        ],
      },
      {
        title: 'Payment',
        paragraphs: [
          'You pay on the page of the payment institution. It learns the amount, the currency and a reference, and we never see your card.',
        ],
      },
      {
        id: 'delivery',
        title: 'Delivery',
        paragraphs: [
          'We deliver to the countries that the checkout offers, within the working days shown with each way of delivery, counted from payment.',
        ],
      },
      {
        title: 'Withdrawal',
        paragraphs: [
          'Consumers may withdraw within 14 days without giving a reason. Goods that are sealed for hygiene cannot be returned once the seal is broken. How it works stands on its own page.',
        ],
      },
      {
        title: 'Faulty goods',
        paragraphs: [`The statutory rights apply. Please write to ${seller.email}; the order number is all we need.`],
      },
      {
        title: 'Law',
        paragraphs: [
          `The law of the country that we are established in (${seller.country}) applies, without the UN sales convention. Mandatory consumer protection of the country you live in remains untouched.`,
        ],
      },
    ],
  }),
  de: (seller) => ({
    title: 'AGB',
    lead: 'Was gilt, wenn Sie hier einkaufen, auf einer Seite.',
    sections: [
      {
        title: 'Ihr Vertragspartner',
        paragraphs: [
          `Ihr Vertragspartner ist ${inOneLine(seller)}, ${seller.country}. Der Vertrag kann auf Deutsch, Englisch oder Chinesisch geschlossen werden.`,
        ],
      },
      {
        title: 'Vertragsschluss',
        paragraphs: [
          'Die Darstellung der Produkte ist eine Aufforderung zur Bestellung. Mit „Zahlungspflichtig bestellen“ geben Sie ein verbindliches Angebot ab. Wir nehmen es mit der Bestätigung an, die wir nach Eingang Ihrer Zahlung per E-Mail senden. Bis dahin können Sie alle Angaben auf einer Seite sehen und ändern.',
          'Eine Bestellung, die nicht innerhalb von 20 Minuten bezahlt wird, verfällt; dann schulden Sie nichts.',
        ],
      },
      {
        title: 'Preise',
        paragraphs: [
          'Preise für die Europäische Union, das Vereinigte Königreich und China enthalten die Mehrwertsteuer. Preise für die Vereinigten Staaten verstehen sich zuzüglich Sales Tax. Die Versandkosten kommen hinzu und werden vor der Bestellung angezeigt.',
        ],
      },
      {
        title: 'Zahlung',
        paragraphs: [
          'Sie bezahlen auf der Seite des Zahlungsinstituts. Es erfährt Betrag, Währung und eine Referenz; Ihre Karte sehen wir nie.',
        ],
      },
      {
        id: 'delivery',
        title: 'Lieferung',
        paragraphs: [
          'Wir liefern in die Länder, die an der Kasse zur Wahl stehen, innerhalb der dort je Versandart genannten Werktage ab Zahlung.',
        ],
      },
      {
        title: 'Widerruf',
        paragraphs: [
          'Verbraucher können binnen 14 Tagen ohne Angabe von Gründen widerrufen. Aus Hygienegründen versiegelte Ware kann nach Entfernen der Versiegelung nicht zurückgegeben werden. Wie es geht, steht auf einer eigenen Seite.',
        ],
      },
      {
        title: 'Mängel',
        paragraphs: [
          `Es gelten die gesetzlichen Rechte. Schreiben Sie an ${seller.email}; die Bestellnummer genügt uns.`,
        ],
      },
      {
        title: 'Recht',
        paragraphs: [
          `Es gilt das Recht des Landes unseres Sitzes (${seller.country}) unter Ausschluss des UN-Kaufrechts. Zwingender Verbraucherschutz Ihres Wohnsitzlandes bleibt unberührt.`,
        ],
      },
    ],
  }),
  zh: (seller) => ({
    title: '条款',
    lead: '在这里购物适用的规则，都在这一页。',
    sections: [
      {
        title: '合同相对方',
        paragraphs: [
          `合同与 ${seller.name}（${seller.addressLines.join(', ')}，${seller.country}）订立，可使用中文、英文或德文。`,
        ],
      },
      {
        title: '合同的成立',
        paragraphs: [
          '商店展示的产品为要约邀请。点击“提交订单并付款”即发出有约束力的要约；收到您的付款后，我们以电子邮件确认的方式承诺。在此之前，您可以在同一页面查看并更改所有内容。',
          '20 分钟内未付款的订单自动失效，您无需支付任何费用。',
        ],
      },
      {
        title: '价格',
        paragraphs: ['欧盟、英国与中国的价格含增值税；美国的价格不含销售税。运费另计，并在下单前显示。'],
      },
      {
        title: '付款',
        paragraphs: ['您在支付机构的页面付款。支付机构只获知金额、币种和一个参考号，我们从不接触您的银行卡。'],
      },
      {
        id: 'delivery',
        title: '送货',
        paragraphs: ['我们送货至结账页面所列国家，时间为付款后各配送方式所示的工作日。'],
      },
      {
        title: '撤回',
        paragraphs: ['消费者可在 14 天内无理由撤回。出于卫生原因密封的商品，拆封后不可退回。具体方法见单独页面。'],
      },
      { title: '商品瑕疵', paragraphs: [`适用法定权利。请写信至 ${seller.email}，提供订单号即可。`] },
      {
        title: '适用法律',
        paragraphs: [
          `适用我方所在国（${seller.country}）的法律，排除《联合国国际货物销售合同公约》。您所在国的强制性消费者保护规定不受影响。`,
        ],
      },
    ],
  }),
};
