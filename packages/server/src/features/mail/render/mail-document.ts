/** A line of goods in a mail. */
export interface MailLine {
  readonly title: string;
  /** Size, quantity and price of one. */
  readonly detail: string;
  readonly amount: string;
}

/** A sum below the goods. */
export interface MailSum {
  readonly label: string;
  readonly amount: string;
  readonly strong?: boolean;
}

/** A piece of a mail; each is written as text and as HTML, so that the two parts say the same. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'lines';
      readonly caption: string;
      readonly lines: readonly MailLine[];
      readonly sums: readonly MailSum[];
    }
  | { readonly kind: 'address'; readonly lines: readonly string[] }
  /** A button, or if it is quiet a link among the text. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly quiet?: boolean }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'small'; readonly text: string }
  /** Something to be compared letter by letter. */
  | { readonly kind: 'record'; readonly text: string };

/** A mail before it is written. */
export interface MailDocument {
  /** BCP 47 tag. */
  readonly language: string;
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  /** Below everything: who writes, and why this mail can be trusted. */
  readonly footer: readonly string[];
}
