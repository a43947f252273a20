import type { Language } from '../../platform/locale/language.ts';

/** A part of a text: a heading and paragraphs; a line feed within a paragraph is kept. */
export interface LegalSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A text that the shop owes its visitors, in one language. */
export interface LegalText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly LegalSection[];
}

/** The same text in every language; the page that shows it carries them all. */
export type LegalTexts = Readonly<Record<Language, LegalText>>;
