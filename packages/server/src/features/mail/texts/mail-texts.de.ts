import type { MailTexts } from './mail-texts.ts';

/** The words of the mails in German. */
export const DE: MailTexts = {
  tag: 'de',
  confirmation: {
    subject: (number) => `Ihre Bestellung ${number} ist bezahlt`,
    title: 'Danke. Es gehört Ihnen.',
    intro: (number, date) =>
      `Ihre Zahlung ist da, und Ihre Bestellung ${number} vom ${date} wird als Nächstes gepackt. Diese Mail ist Ihre Bestätigung; bewahren Sie sie auf.`,
    follow: 'Bestellung verfolgen',
    followNote:
      'Der Link zeigt, wie es um Ihre Bestellung steht. Name, Anschrift und Waren erscheinen dort erst nach einem Code, den wir an dieses Postfach schicken.',
    goods: 'Das haben Sie bestellt',
    detail: (variant, quantity, unitPrice) => [variant, `${quantity} × ${unitPrice}`].filter(Boolean).join(' · '),
    subtotal: 'Waren',
    discount: 'Rabatt',
    shipping: 'Lieferung',
    free: 'Kostenlos',
    total: 'Bezahlt',
    includedTax: (rate) => `Darin ${rate} Mehrwertsteuer`,
    address: 'Dorthin geht es',
    withdrawal: 'Ihr Widerrufsrecht',
    withdrawalText: [
      'Sie können diesen Vertrag binnen 14 Tagen ohne Angabe von Gründen widerrufen. Die Frist beginnt an dem Tag, an dem Sie oder eine von Ihnen benannte Person, die nicht der Beförderer ist, die letzte Ware erhalten haben.',
      'Dazu genügt eine eindeutige Erklärung: über die Widerrufsseite oder als Antwort auf diese Mail. Zur Wahrung der Frist reicht es, sie vor deren Ablauf abzusenden. Wir erstatten alle Zahlungen einschließlich der Standardlieferung binnen 14 Tagen auf dem Weg, auf dem Sie bezahlt haben. Sie senden die Waren binnen 14 Tagen zurück und tragen die Kosten der Rücksendung.',
      'Ausgenommen sind versiegelte Waren, die aus Gründen der Hygiene nicht zur Rückgabe geeignet sind, wenn ihre Versiegelung entfernt wurde.',
    ],
    withdrawalLink: 'Vertrag widerrufen',
  },
  lapsed: {
    subject: (number) => `Ihre Bestellung ${number} wurde nicht bezahlt`,
    title: 'Ihre Bestellung ist verfallen',
    text: (number) => [
      `Ihre Bestellung ${number} wurde nicht rechtzeitig bezahlt, deshalb halten wir die Waren nicht länger zurück. Es wurde nichts abgebucht, und Sie schulden nichts.`,
      'Wenn Sie die Waren noch möchten, bestellen Sie bitte neu. Sollte uns doch noch eine Zahlung erreichen, schicken wir Ihnen die Waren, wenn sie da sind, und sonst Ihr Geld zurück.',
    ],
    link: 'Zurück zum Shop',
  },
  refunded: {
    subject: (number) => `Ihr Geld für Bestellung ${number} ist unterwegs`,
    title: 'Wir haben Ihr Geld zurückgeschickt',
    text: (number, amount) => [
      `Wir haben ${amount} für Ihre Bestellung ${number} erstattet, auf dem Weg, auf dem Sie bezahlt haben. Je nach Bank dauert es einige Tage, bis der Betrag erscheint.`,
    ],
    lateText: (number, amount) => [
      `Ihre Zahlung für Bestellung ${number} kam nach Ablauf der Frist an, und bis dahin war ein Teil der Waren vergriffen. Das tut uns leid.`,
      `Wir haben den ganzen Betrag, ${amount}, erstattet, auf dem Weg, auf dem Sie bezahlt haben. Je nach Bank dauert es einige Tage, bis er erscheint.`,
    ],
  },
  code: {
    subject: 'Ihr Code für Ihre Bestellung',
    title: 'Ihr Code',
    text: (number, minutes) =>
      `Geben Sie diesen Code auf der Seite Ihrer Bestellung ${number} ein, um die Einzelheiten zu sehen. Er gilt ${minutes} Minuten.`,
    warning:
      'Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ohne den Code sieht sie niemand. Wir fragen nie am Telefon oder per Mail danach.',
  },
  checkpoint: {
    title: 'Wer Ihre Daten angesehen hat',
    text: (sequence) =>
      `Bevor jemand oder etwas Ihre Daten öffnet, schreiben wir es auf. Als diese Mail geschrieben wurde, hatte Ihr Verzeichnis ${sequence} Einträge und endete mit dem Zeichen unten. Bewahren Sie es auf: Damit können Sie später beweisen, dass kein Eintrag entfernt wurde.`,
  },
  footer: (privacyUrl, about) => [
    `Barrier schreibt Ihnen ${about === 'ORDER' ? 'zu dieser Bestellung' : 'zu Ihrem Konto'} und zu nichts anderem. Diese Mail lädt keine Bilder von anderswo und zählt nicht, ob sie geöffnet wird.`,
    `Was wir über Sie wissen und warum: ${privacyUrl}`,
  ],
};
