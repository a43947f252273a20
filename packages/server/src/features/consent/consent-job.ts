/** The kinds of jobs of consents. */
export const ConsentJob = {
  /** Payload: `tokenHash`. Carries out a wish that came by the link of a mail. */
  UNSUBSCRIBE: 'unsubscribe',
  /** Payload: `issueId`. Writes the mails of an issue of the news, a few at a time. */
  QUEUE_NEWS: 'queue-news',
  /** Payload: `mailId` and `issueId`. */
  SEND_NEWS: 'send-news',
} as const;
