import type { Language } from '@barrier/schema/market/market.type.ts';

/** The words of the readable page of a download. */
export interface HtmlTexts {
  readonly title: string;
  readonly intro: (moment: string) => string;
  readonly files: string;
  readonly notYet: string;
  readonly keptUntil: (day: string) => string;
  readonly terms: string;
  readonly termsIntro: string;
  readonly purposes: string;
  readonly seenBy: string;
  readonly recipients: string;
  readonly nobody: string;
  readonly history: string;
  readonly historyIntro: string;
  readonly when: string;
  readonly who: string;
  readonly why: string;
  readonly what: string;
}

const TEXTS: Readonly<Record<Language, HtmlTexts>> = {
  EN: {
    title: 'Your data at Barrier',
    intro: (moment) => `All that the shop held about you when you asked for it, on ${moment}.`,
    files: 'The same stands in data.json for programs, and in one file for tables (CSV) for each kind of record.',
    notYet: 'The time has not begun.',
    keptUntil: (day) => `Kept until ${day}.`,
    terms: 'What it is used for',
    termsIntro: 'What holds for each kind of value, whichever record it stands in.',
    purposes: 'Used for',
    seenBy: 'Seen by',
    recipients: 'May leave to',
    nobody: 'Nobody',
    history: 'Who looked',
    historyIntro: 'Each time something of yours was opened, newest first. Times are in UTC.',
    when: 'When',
    who: 'Who',
    why: 'Why',
    what: 'At what',
  },
  DE: {
    title: 'Ihre Daten bei Barrier',
    intro: (moment) => `Alles, was der Shop über Sie hatte, als Sie danach fragten: am ${moment}.`,
    files: 'Dasselbe steht in data.json für Programme und je Art von Eintrag in einer Datei für Tabellen (CSV).',
    notYet: 'Die Frist hat noch nicht begonnen.',
    keptUntil: (day) => `Gespeichert bis ${day}.`,
    terms: 'Wofür es verwendet wird',
    termsIntro: 'Was für jede Art von Wert gilt, gleich in welchem Eintrag er steht.',
    purposes: 'Verwendet für',
    seenBy: 'Wird gesehen von',
    recipients: 'Darf gehen an',
    nobody: 'Niemanden',
    history: 'Wer hineingesehen hat',
    historyIntro: 'Jedes Mal, wenn etwas von Ihnen geöffnet wurde, das Neueste zuerst. Zeiten in UTC.',
    when: 'Wann',
    who: 'Wer',
    why: 'Warum',
    what: 'Was',
  },
  ZH: {
    title: '您在 Barrier 的数据',
    intro: (moment) => `这是您于 ${moment} 申请时本店持有的关于您的全部数据。`,
    files: '相同内容也见于供程序读取的 data.json，以及每类记录一份的表格文件（CSV）。',
    notYet: '期限尚未开始。',
    keptUntil: (day) => `保留至 ${day}。`,
    terms: '用途',
    termsIntro: '以下适用于每一类数据，无论出现在哪条记录中。',
    purposes: '用于',
    seenBy: '可见者',
    recipients: '可能提供给',
    nobody: '无',
    history: '谁查看过',
    historyIntro: '您的数据每次被打开的记录，最新在前。时间为 UTC。',
    when: '时间',
    who: '谁',
    why: '原因',
    what: '内容',
  },
};

/** The words of the readable page in a language. */
export function htmlTexts(language: Language): HtmlTexts {
  return TEXTS[language];
}
