import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with a right that somebody uses on their own data. */
export const dataRightsError = userErrorsOf({
  CODE_WRONG: {
    EN: 'Number or code are wrong, or the code is no longer valid. After five wrong ones a new code is needed.',
    DE: 'Nummer oder Code sind falsch, oder der Code gilt nicht mehr. Nach fünf falschen brauchen Sie einen neuen.',
    ZH: '订单号或验证码错误，或验证码已失效。输错五次后需要重新获取。',
  },
  NOT_FRESH: {
    EN: 'Please sign in again first: it is more than ten minutes ago, and this cannot be undone.',
    DE: 'Bitte melden Sie sich zuerst noch einmal an: Es ist mehr als zehn Minuten her, und dies lässt sich nicht rückgängig machen.',
    ZH: '请先重新登录：距离上次登录已超过十分钟，且此操作无法撤销。',
  },
  TOO_LATE: {
    EN: 'The erasure has begun and cannot be cancelled any more.',
    DE: 'Die Löschung hat begonnen und lässt sich nicht mehr abbrechen.',
    ZH: '删除已开始，无法再取消。',
  },
  NOTHING_SCHEDULED: {
    EN: 'No erasure is scheduled.',
    DE: 'Es ist keine Löschung vorgemerkt.',
    ZH: '没有已安排的删除。',
  },
  RESTRICTION_WAITS: {
    EN: 'An open payment has to end first, and the payment institution does not answer. Please try again in a few minutes.',
    DE: 'Zuerst muss eine offene Zahlung enden, und das Zahlungsinstitut antwortet nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    ZH: '需先结束一笔未完成的付款，而支付机构没有响应。请几分钟后重试。',
  },
  CLAIMED_ELSEWHERE: {
    EN: 'This order is in another account already.',
    DE: 'Diese Bestellung ist schon in einem anderen Konto.',
    ZH: '此订单已归入另一个账户。',
  },
  ORDER_CLOSED: {
    EN: 'This order is on its way or closed; it cannot be changed any more.',
    DE: 'Diese Bestellung ist unterwegs oder abgeschlossen und lässt sich nicht mehr ändern.',
    ZH: '此订单已发出或已结束，无法再修改。',
  },
  TOO_MANY_DOWNLOADS: {
    EN: 'You have asked for three copies within a day. Please wait until tomorrow.',
    DE: 'Sie haben innerhalb eines Tages drei Kopien angefordert. Bitte warten Sie bis morgen.',
    ZH: '您一天内已申请三份副本，请明天再试。',
  },
  DOWNLOAD_GONE: {
    EN: 'This copy is not there any more. Please ask for a new one.',
    DE: 'Diese Kopie gibt es nicht mehr. Bitte fordern Sie eine neue an.',
    ZH: '此副本已不存在，请重新申请。',
  },
  OTHER_COUNTRY: {
    EN: 'The address has to stay in the same country: tax and delivery were paid for it. To send it elsewhere, please order anew.',
    DE: 'Die Adresse muss im selben Land bleiben: Steuer und Versand sind dafür bezahlt. Für ein anderes Land bestellen Sie bitte neu.',
    ZH: '地址必须在同一国家/地区内：税费和运费已按此支付。如需寄往其他地方，请重新下单。',
  },
});
