import type { SellerPartsFragment } from '../../generated/graphql.ts';
import type { Language } from '../../platform/locale/language.ts';

/** A part of a text: a heading and paragraphs; a line feed within a paragraph is kept. */
export interface LegalSection {
  /** By which a link leads to it, the same in every language. */
  readonly id?: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A text that the shop owes its visitors, in one language. */
export interface LegalText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly LegalSection[];
}

/** Who sells, as a text names them: with countries in the words of its language. */
export interface NamedSeller extends Omit<SellerPartsFragment, '__typename' | 'country' | 'vatRegistrations'> {
  readonly country: string;
  readonly vatRegistrations: readonly { readonly country: string; readonly vatId: string }[];
}

/** The same text in every language, made for whoever sells; the page that shows it carries them all. */
export type LegalTexts = Readonly<Record<Language, (seller: NamedSeller) => LegalText>>;
