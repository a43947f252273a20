import type { PageMessages } from './page-sentences.ts';

/** German. */
export const de: PageMessages = {
  institution: 'Sandbank, Zahlungsinstitut zum Testen',
  sandbox: 'Testumgebung',
  languages: 'Sprache',
  errorPrefix: 'Fehler',
  payTo: (merchant) => `Zahlung an ${merchant}`,
  amount: 'Betrag',
  reference: 'Referenz',
  timeLeft: (duration) => `Zum Bezahlen bleiben noch ${duration}.`,
  noMoney: 'Dies ist eine Testumgebung, es fließt kein Geld. Nehmen Sie eine Testkarte, nie eine echte.',
  cardDetails: 'Kartendaten',
  cardNumber: 'Kartennummer',
  cardNumberHint: 'Leerzeichen stören nicht',
  expiry: 'Gültig bis',
  expiryHint: 'MM/JJ',
  cvc: 'Prüfnummer',
  cvcHint: '3 Ziffern auf der Rückseite',
  pay: (amount) => `${amount} bezahlen`,
  backTo: (merchant) => `Zurück zu ${merchant}`,
  cancel: (merchant) => `Abbrechen und zurück zu ${merchant}`,
  testCards: 'Testkarten',
  testCardsIntro: 'Mit beliebigem künftigem Datum und 3 beliebigen Ziffern als Prüfnummer.',
  fillIn: 'Einsetzen',
  testCardEffects: {
    success: () => 'Die Zahlung gelingt',
    declined: () => 'Die Bank lehnt ab',
    insufficient: () => 'Abgelehnt: Guthaben reicht nicht',
    late: (merchant, delay) => `Gelingt, aber ${merchant} erfährt es ${delay} später`,
    refundFails: () => 'Gelingt, aber Erstattungen scheitern',
  },
  promise: 'Kein Cookie, kein Skript. Kartendaten werden geprüft und dann vergessen.',
  toldOnly: 'Der Shop nannte uns Betrag, Währung und Referenz und nichts über Sie.',
  checkFields: 'Bitte prüfen Sie diese Angaben',
  problems: {
    cardNumber: {
      missing: 'Geben Sie die Kartennummer ein.',
      invalid: 'Das ist keine Kartennummer. Prüfen Sie die Ziffern.',
      notATestCard: 'Hier gelten nur die Testkarten dieser Seite. Geben Sie hier nie eine echte Karte ein.',
    },
    expiry: {
      missing: 'Geben Sie ein, bis wann die Karte gültig ist.',
      invalid: 'Geben Sie Monat und Jahr ein, zum Beispiel 08/30.',
      past: 'Dieses Datum ist vorbei. Nehmen Sie ein künftiges.',
    },
    cvc: { missing: 'Geben Sie die Prüfnummer ein.', invalid: 'Die Prüfnummer hat 3 Ziffern.' },
  },
  declinedTitle: 'Die Zahlung kam nicht zustande',
  declined: {
    card_declined: 'Die Bank hat die Karte abgelehnt. Es wurde nichts abgebucht. Sie können eine andere versuchen.',
    insufficient_funds:
      'Das Guthaben der Karte reicht nicht. Es wurde nichts abgebucht. Sie können eine andere versuchen.',
  },
  attemptsLeft: (count) => (count === 1 ? 'Sie haben noch einen Versuch.' : `Sie haben noch ${count} Versuche.`),
  tooManyAttempts: {
    title: 'Zu viele Versuche',
    text: 'Für diese Zahlung kann keine weitere Karte versucht werden. Es wurde nichts abgebucht.',
  },
  paid: { title: 'Bezahlt', text: 'Diese Zahlung ist erfolgt. Hier ist nichts mehr zu tun.' },
  processing: {
    title: 'Wird bezahlt',
    text: 'Die Bank entscheidet gerade. Das dauert nicht lange, und Sie zahlen nicht doppelt.',
  },
  lookAgain: 'Noch einmal nachsehen',
  refunded: { title: 'Erstattet', text: 'Diese Zahlung ist erfolgt und wurde ganz zurückgezahlt.' },
  partlyRefunded: { title: 'Teilweise erstattet', text: 'Diese Zahlung ist erfolgt und wurde zum Teil zurückgezahlt.' },
  expired: { title: 'Die Zeit ist um', text: 'Diese Zahlung erfolgte nicht rechtzeitig. Es wurde nichts abgebucht.' },
  cancelled: { title: 'Abgebrochen', text: 'Diese Zahlung wurde abgebrochen. Es wurde nichts abgebucht.' },
  notFound: {
    title: 'Keine solche Zahlung',
    text: 'Unter dieser Adresse gibt es keine Zahlung. Prüfen Sie den Link oder beginnen Sie im Shop von vorn.',
  },
  home: {
    title: 'Hier zahlt die Demo',
    text: 'Hier werden die Zahlungen des Demo-Shops gemacht. Jede hat ihre eigene Seite: Bestellen Sie im Shop, und Sie kommen dorthin.',
  },
};
