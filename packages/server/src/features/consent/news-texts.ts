import type { Language } from '@barrier/schema/market/market.type.ts';

/** What stands around the news in every mail. */
export interface NewsFrame {
  readonly why: string;
  readonly unsubscribe: string;
  /** The address of the privacy page follows. */
  readonly privacy: (url: string) => string;
}

const FRAMES: Readonly<Record<Language, NewsFrame>> = {
  EN: {
    why: 'You get this because you agreed to product news in your account. This mail has no pictures from elsewhere, and nothing in it counts whether you open or click it.',
    unsubscribe: 'Unsubscribe from product news',
    privacy: (url) => `What we know about you, and why: ${url}`,
  },
  DE: {
    why: 'Sie erhalten diese Mail, weil Sie in Ihrem Konto in Neues von den Produkten eingewilligt haben. Sie lädt keine Bilder von anderswo, und nichts darin zählt, ob Sie etwas öffnen oder anklicken.',
    unsubscribe: 'Neues von den Produkten abbestellen',
    privacy: (url) => `Was wir über Sie wissen und warum: ${url}`,
  },
  ZH: {
    why: '您收到此邮件，是因为您在账户中同意接收产品资讯。此邮件不加载任何外部图片，也不统计您是否打开或点击。',
    unsubscribe: '退订产品资讯',
    privacy: (url) => `我们了解您的哪些信息，以及原因：${url}`,
  },
};

/** What stands around the news in a language. */
export function newsFrame(language: Language): NewsFrame {
  return FRAMES[language];
}
