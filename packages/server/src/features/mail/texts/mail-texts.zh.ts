import type { MailTexts } from './mail-texts.ts';

/** The words of the mails in Simplified Chinese. */
export const ZH: MailTexts = {
  tag: 'zh-Hans',
  confirmation: {
    subject: (number) => `订单 ${number} 已付款`,
    title: '谢谢，它是您的了。',
    intro: (number, date) =>
      `我们已收到您的付款，您于${date}下的订单 ${number} 即将打包。这封邮件是您的订单确认，请妥善保存。`,
    follow: '查看订单进度',
    followNote: '该链接只显示订单的进度。您的姓名、地址和商品，需输入我们发送到此邮箱的验证码后才会显示。',
    goods: '您订购的商品',
    detail: (variant, quantity, unitPrice) => [variant, `${quantity} × ${unitPrice}`].filter(Boolean).join(' · '),
    subtotal: '商品金额',
    discount: '优惠',
    shipping: '运费',
    free: '免运费',
    total: '实付',
    includedTax: (rate) => `含 ${rate} 增值税`,
    address: '收货地址',
    withdrawal: '您的撤回权',
    withdrawalText: [
      '您可以在 14 天内撤回本合同，无需说明理由。期限自您或您指定的非承运人收到最后一件商品之日起计算。',
      '您只需明确告知我们：使用撤回页面，或直接回复此邮件。在期限届满前发出即可。我们将在 14 天内，按您的付款方式退还全部款项，包括标准运费。您需在 14 天内寄回商品，并承担寄回的费用。',
      '出于卫生原因不适合退回的密封商品，拆封后不适用撤回权。',
    ],
    withdrawalLink: '撤回合同',
  },
  lapsed: {
    subject: (number) => `订单 ${number} 未付款`,
    title: '您的订单已失效',
    text: (number) => [
      `您的订单 ${number} 未在规定时间内付款，我们不再为其保留商品。未扣取任何款项，您也无需支付。`,
      '如果您仍然需要，请重新下单。若之后我们仍收到该订单的付款：有货则发货，无货则退款。',
    ],
    link: '返回商店',
  },
  refunded: {
    subject: (number) => `订单 ${number} 的退款已发出`,
    title: '我们已退还您的款项',
    text: (number, amount) => [
      `我们已按您的付款方式退还订单 ${number} 的款项 ${amount}。视银行而定，到账需要几天时间。`,
    ],
    lateText: (number, amount) => [
      `订单 ${number} 的付款在规定时间之后才到达，届时部分商品已售出。我们深表歉意。`,
      `我们已按您的付款方式全额退还 ${amount}。视银行而定，到账需要几天时间。`,
    ],
  },
  code: {
    subject: '查看订单的验证码',
    title: '您的验证码',
    text: (number, minutes) => `请在订单 ${number} 的页面输入此验证码以查看详情。${minutes} 分钟内有效。`,
    warning: '如果不是您本人申请，请忽略：没有验证码，任何人都无法查看。我们绝不会通过电话或邮件向您索要验证码。',
  },
  checkpoint: {
    title: '谁查看过您的数据',
    text: (sequence) =>
      `任何人或程序打开您的数据之前，我们都会先行记录。撰写此邮件时，您的记录共有 ${sequence} 条，其末尾标记如下。请保存：凭此您日后可以证明没有任何记录被删除。`,
  },
  footer: (privacyUrl, about) => [
    `Barrier 只就${about === 'ORDER' ? '此订单' : '您的账户'}与您联系，别无其他。此邮件不加载任何外部图片，也不统计是否被打开。`,
    `我们了解您的哪些信息，以及原因：${privacyUrl}`,
  ],
};
