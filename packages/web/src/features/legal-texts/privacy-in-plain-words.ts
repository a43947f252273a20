import type { LegalTexts } from './legal-text.ts';

/** What the shop does with data today, each sentence of which the program keeps. */
export const PRIVACY: LegalTexts = {
  en: (seller) => ({
    title: 'Privacy in plain words',
    lead: 'This is what is in force. It is short because there is little to tell.',
    sections: [
      {
        title: 'When you look around',
        paragraphs: [
          'Nobody is followed. There is no analytics company, no advertising network and no foreign server: pages, fonts, pictures and search come from this site alone. Addresses of devices, search words and the pages you see are not stored.',
          'When you put something into the cart, one cookie holds the number of that cart. No person is tied to it. Signing in to an account sets a second one with a random number that no script can read; it goes when you sign out, and until then a note on your device says that somebody is signed in here. Language is part of the address of each page; market and appearance are kept on your device if you choose them. What you say of your skin, favourites, routine, what you have opened and the products you looked at last stay on your device altogether: no request carries them, and the page “On this device” shows them, hands them to you and wipes them.',
        ],
      },
      {
        title: 'When you order',
        paragraphs: [
          'We ask for what the parcel, the confirmation and the carrier need, and for nothing else: name, address, e-mail; a phone number only where the carrier cannot deliver without one. Beside each field stands why it is asked, who sees it and how long it is kept.',
          'You pay on the page of the payment institution. It learns the amount, the currency and a reference. Your card number never comes here; if somebody types one into a field of this site, it is refused and stored nowhere.',
        ],
      },
      {
        title: 'How it is kept',
        paragraphs: [
          'Name, address, e-mail, phone and what you bought are encrypted, each person under a key of their own. The keys are kept apart from the data, so that a copy of the data opens nothing.',
          'Before anybody but you sees one of these values, an entry is written: who, what, for which purpose. Without the entry the value cannot be opened; the program knows no other way.',
        ],
      },
      {
        title: 'Who else receives something',
        paragraphs: [
          'The carrier receives the name and address on the parcel, and the phone number if it needs one. The payment institution receives the amount, the currency and a reference. Both have signed an agreement. Nobody else receives anything, and nothing is sold, rented or lent.',
        ],
      },
      {
        title: 'What you can do',
        paragraphs: [
          `Follow your order by the link in the confirmation; the link shows how it stands, and what is personal only after a code that we mail to you. For everything else, seeing, correcting or erasing what we hold, write to ${seller.privacyEmail}. You get an answer within a month.`,
        ],
      },
      {
        title: 'If your browser asks',
        paragraphs: [
          'Global Privacy Control and Do Not Track are respected. The footer of each page says if we saw such a signal. Nobody with one is counted, and from whoever is signed in we take it for an objection to marketing, until they choose otherwise in their account. The page “On this device” has a switch against being counted as well. Nothing in the shop stops working because of either.',
        ],
      },
    ],
  }),
  de: (seller) => ({
    title: 'Datenschutz in klaren Worten',
    lead: 'Das gilt. Es ist kurz, weil es wenig zu sagen gibt.',
    sections: [
      {
        title: 'Wenn Sie sich umsehen',
        paragraphs: [
          'Niemand wird verfolgt. Es gibt keine Analysefirma, kein Werbenetzwerk und keinen fremden Server: Seiten, Schriften, Bilder und Suche kommen allein von dieser Website. Geräteadressen, Suchwörter und besuchte Seiten werden nicht gespeichert.',
          'Legen Sie etwas in den Warenkorb, trägt ein Cookie die Nummer dieses Warenkorbs. Keine Person ist damit verbunden. Die Anmeldung an einem Konto setzt einen zweiten mit einer zufälligen Nummer, die kein Skript lesen kann; er geht mit dem Abmelden, und bis dahin hält ein Vermerk auf Ihrem Gerät fest, dass hier jemand angemeldet ist. Die Sprache steht in der Adresse jeder Seite; Lieferregion und Darstellung bleiben, wenn Sie sie wählen, auf Ihrem Gerät. Angaben zur Haut, Favoriten, Routine, Geöffnetes und die zuletzt angesehenen Produkte bleiben ganz auf Ihrem Gerät: Keine Anfrage trägt sie, und die Seite „Auf diesem Gerät“ zeigt sie, gibt sie heraus und löscht sie.',
        ],
      },
      {
        title: 'Wenn Sie bestellen',
        paragraphs: [
          'Wir fragen, was Paket, Bestätigung und Zusteller brauchen, und sonst nichts: Name, Adresse, E-Mail; eine Telefonnummer nur, wo der Zusteller ohne sie nicht liefern kann. Neben jedem Feld steht, warum wir fragen, wer es sieht und wie lange es bleibt.',
          'Sie bezahlen auf der Seite des Zahlungsinstituts. Es erfährt Betrag, Währung und eine Referenz. Ihre Kartennummer kommt nie hierher; tippt jemand eine in ein Feld dieser Website, wird sie abgelehnt und nirgends gespeichert.',
        ],
      },
      {
        title: 'Wie es aufbewahrt wird',
        paragraphs: [
          'Name, Adresse, E-Mail, Telefon und was Sie gekauft haben, sind verschlüsselt, jede Person mit einem eigenen Schlüssel. Die Schlüssel liegen getrennt von den Daten, sodass eine Kopie der Daten nichts öffnet.',
          'Bevor jemand anderes als Sie einen dieser Werte sieht, wird ein Eintrag geschrieben: wer, was, zu welchem Zweck. Ohne den Eintrag lässt sich der Wert nicht öffnen; einen anderen Weg kennt das Programm nicht.',
        ],
      },
      {
        title: 'Wer noch etwas erhält',
        paragraphs: [
          'Der Zusteller erhält Name und Adresse auf dem Paket, und die Telefonnummer, wenn er eine braucht. Das Zahlungsinstitut erhält Betrag, Währung und eine Referenz. Beide haben eine Vereinbarung unterschrieben. Sonst erhält niemand etwas, und nichts wird verkauft, vermietet oder verliehen.',
        ],
      },
      {
        title: 'Was Sie tun können',
        paragraphs: [
          `Verfolgen Sie Ihre Bestellung mit dem Link aus der Bestätigung; er zeigt ihren Stand, und Persönliches erst nach einem Code, den wir Ihnen mailen. Für alles andere, Auskunft, Berichtigung oder Löschung, schreiben Sie an ${seller.privacyEmail}. Sie erhalten binnen eines Monats Antwort.`,
        ],
      },
      {
        title: 'Wenn Ihr Browser darum bittet',
        paragraphs: [
          'Global Privacy Control und Do Not Track werden geachtet. In der Fußzeile jeder Seite steht, ob wir ein solches Signal gesehen haben. Wer eines sendet, wird nicht gezählt, und bei Angemeldeten nehmen wir es als Widerspruch gegen Werbung, bis sie im Konto etwas anderes wählen. Auch die Seite „Auf diesem Gerät“ hat einen Schalter gegen das Zählen. Nichts im Shop hört wegen des einen oder anderen auf zu funktionieren.',
        ],
      },
    ],
  }),
  zh: (seller) => ({
    title: '用平实的话说隐私',
    lead: '以下内容现行有效。它很短，因为要说的不多。',
    sections: [
      {
        title: '当您浏览时',
        paragraphs: [
          '不追踪任何人。没有分析公司、广告网络或第三方服务器：页面、字体、图片和搜索都只来自本站。不保存设备地址、搜索词和您看过的页面。',
          '当您把商品放入购物车时，会有一个 Cookie 记录购物车编号，它不与任何人关联。登录账户时会设置第二个 Cookie，其中是任何脚本都无法读取的随机编号，退出登录即消失；在此之前，您的设备上会留有一条“此处有人登录”的标记。语言写在每个页面的网址里；地区与外观如由您选择，只保存在您的设备上。关于肌肤的回答、收藏、护肤步骤、已开封的产品以及最近看过的产品完全留在您的设备上：任何请求都不携带这些内容，您可在“在本设备上”页面查看、下载和清除。',
        ],
      },
      {
        title: '当您下单时',
        paragraphs: [
          '我们只询问包裹、确认邮件和承运人所需的信息：姓名、地址、电子邮箱；只有承运人必须时才询问电话号码。每一栏旁边都写明为什么询问、谁能看到、保存多久。',
          '您在支付机构的页面付款，它只获知金额、币种和一个参考号。您的卡号从不到达这里；如果有人把卡号填入本站的任何一栏，会被拒绝，也不会保存在任何地方。',
        ],
      },
      {
        title: '如何保存',
        paragraphs: [
          '姓名、地址、邮箱、电话和所购商品均经加密，每个人使用各自的密钥。密钥与数据分开存放，因此仅有数据副本无法打开任何内容。',
          '除您之外的任何人看到这些内容之前，都会先写入一条记录：谁、看什么、为什么。没有记录就无法打开，程序没有别的路径。',
        ],
      },
      {
        title: '还有谁会收到',
        paragraphs: [
          '承运人收到包裹上的姓名与地址，以及必要时的电话号码。支付机构收到金额、币种和参考号。双方都已签署协议。除此之外没有任何人收到任何内容，也绝不出售、出租或出借。',
        ],
      },
      {
        title: '您可以做什么',
        paragraphs: [
          `通过确认邮件中的链接查询订单；链接显示订单状态，个人信息需输入我们邮件发送的验证码后才会显示。如需查阅、更正或删除我们保存的信息，请写信至 ${seller.privacyEmail}，一个月内会得到答复。`,
        ],
      },
      {
        title: '如果您的浏览器提出要求',
        paragraphs: [
          '我们尊重 Global Privacy Control 与 Do Not Track。每个页面底部会说明是否收到此类信号。发送信号者不会被统计；对于已登录者，我们将其视为反对营销，直至其在账户中另作选择。“在本设备上”页面也有一个关闭统计的开关。商店的任何功能都不会因此停止。',
        ],
      },
    ],
  }),
};
