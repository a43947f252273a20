import type { MailTexts } from './mail-texts.ts';

/** The words of the mails in English. */
export const EN: MailTexts = {
  tag: 'en',
  confirmation: {
    subject: (number) => `Your order ${number} is paid`,
    title: 'Thank you. It is yours.',
    intro: (number, date) =>
      `Your payment has arrived, and your order ${number} of ${date} will be packed next. This mail is your confirmation; keep it.`,
    follow: 'Follow your order',
    followNote:
      'The link shows where your order stands. Your name, address and goods appear there only after a code that we send to this mailbox.',
    goods: 'What you ordered',
    detail: (variant, quantity, unitPrice) => [variant, `${quantity} × ${unitPrice}`].filter(Boolean).join(' · '),
    subtotal: 'Goods',
    discount: 'Discount',
    shipping: 'Delivery',
    free: 'Free',
    total: 'Paid',
    includedTax: (rate) => `Including ${rate} VAT`,
    address: 'Where it goes',
    withdrawal: 'Your right of withdrawal',
    withdrawalText: [
      'You may withdraw from this contract within 14 days without giving any reason. The time begins on the day on which you, or somebody you named who is not the carrier, receive the last of the goods.',
      'To do so, tell us in a clear statement: use the withdrawal page, or answer this mail. It is enough to send it before the time ends. We pay back what you paid, standard delivery included, within 14 days, by the means you paid with. You send the goods back within 14 days and bear the cost of sending them.',
      'Sealed goods that are not fit to be returned for reasons of hygiene are excepted once their seal is broken.',
    ],
    withdrawalLink: 'Withdraw from contract',
  },
  lapsed: {
    subject: (number) => `Your order ${number} was not paid`,
    title: 'We let your order go',
    text: (number) => [
      `Your order ${number} was not paid within its time, so we no longer hold the goods for it. Nothing was charged, and nothing is owed.`,
      'If you still want them, place the order again. Should a payment for this one reach us after all, we send the goods if they are there, and your money back if they are not.',
    ],
    link: 'Back to the shop',
  },
  refunded: {
    subject: (number) => `Your money for order ${number} is on its way`,
    title: 'We have sent your money back',
    text: (number, amount) => [
      `We have paid back ${amount} for your order ${number}, by the means you paid with. Depending on your bank it takes a few days to show.`,
    ],
    lateText: (number, amount) => [
      `Your payment for order ${number} reached us after its time, and by then some of the goods were gone. We are sorry.`,
      `We have paid back the whole sum, ${amount}, by the means you paid with. Depending on your bank it takes a few days to show.`,
    ],
  },
  code: {
    subject: 'Your code to see your order',
    title: 'Your code',
    text: (number, minutes) =>
      `Enter this code on the page of your order ${number} to see its details. It is valid for ${minutes} minutes.`,
    warning:
      'If you did not ask for it, do nothing: without the code nobody sees them. We never ask for it by phone or mail.',
  },
  checkpoint: {
    title: 'Who looked at your data',
    text: (sequence) =>
      `Each time somebody or something opens your data, we write it down first. When this mail was written your record had ${sequence} entries and ended in the mark below. Keep it: with it you can prove later that no entry was taken away.`,
  },
  footer: (privacyUrl, about) => [
    `Barrier writes to you about ${about === 'ORDER' ? 'this order' : 'your account'} and about nothing else. This mail has no pictures from elsewhere and counts no openings.`,
    `What we know about you, and why: ${privacyUrl}`,
  ],
};
