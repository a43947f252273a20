import type { ConsentPurpose } from '@barrier/schema/consent/consent-vocabulary.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';

/** What an issue says in one language. */
export interface NewsText {
  readonly subject: string;
  /** Paragraphs, parted by empty lines. */
  readonly text: string;
  /** A page of the shop, such as `/products/calm-drops`. */
  readonly link?: { readonly label: string; readonly path: string };
}

export const NewsIssueSchema = defineEntity({
  name: 'NewsIssue',
  tableName: 'news_issue',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of what it says, hex: the same words are the same issue, which nobody gets twice. */
    contentHash: p.string().length(64).unique(),
    purpose: p.string().$type<ConsentPurpose>().length(32),
    texts: p.json<Readonly<Record<Language, NewsText>>>(),
    startedAt: p.datetime(),
    /** The last consent whose mail is written, in the order of their ids; with the mails it is committed together. */
    cursor: p.uuid().nullable(),
    /** When the last mail was written; null while there are more to write. */
    queuedAt: p.datetime().nullable(),
    /** How many had agreed when it began. */
    recipients: p.integer(),
    /** How many mails were written, and what became of them. */
    queued: p.integer(),
    sent: p.integer(),
    /** Not sent: who had withdrawn by then, was erased, or whose address the relay does not know. */
    dropped: p.integer(),
    /** The connection or the process ended while the relay had it: it may have been sent, and is not sent again. */
    unsure: p.integer(),
  },
});

/** An issue of the news, with how far its sending has come: numbers, and nothing of who gets it. */
export class NewsIssue extends NewsIssueSchema.class {}
NewsIssueSchema.setClass(NewsIssue);
