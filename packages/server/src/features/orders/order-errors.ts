import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with proving and paying an order. */
export const orderError = userErrorsOf({
  TOO_MANY_CODES: {
    EN: 'Several codes were mailed today. Please use the last one or try again tomorrow.',
    DE: 'Heute wurden schon mehrere Codes gesendet. Bitte verwenden Sie den letzten oder versuchen Sie es morgen wieder.',
    ZH: '今天已发送多个验证码，请使用最后一个或明天再试。',
  },
  CODE_WRONG: {
    EN: 'This code is wrong or no longer valid. After five wrong ones a new code is needed.',
    DE: 'Dieser Code ist falsch oder nicht mehr gültig. Nach fünf falschen brauchen Sie einen neuen.',
    ZH: '验证码错误或已失效。输错五次后需要重新获取。',
  },
  NOT_PAYABLE: {
    EN: 'This order cannot be paid any more.',
    DE: 'Diese Bestellung kann nicht mehr bezahlt werden.',
    ZH: '此订单已无法付款。',
  },
  INSTITUTION_UNREACHABLE: {
    EN: 'The payment institution cannot be reached right now. Please try again in a moment.',
    DE: 'Das Zahlungsinstitut ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    ZH: '暂时无法连接支付机构，请稍后再试。',
  },
});
