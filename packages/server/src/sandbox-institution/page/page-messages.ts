import type { Language } from './choose-language.ts';
import { de } from './page-messages.de.ts';
import { en } from './page-messages.en.ts';
import { zh } from './page-messages.zh.ts';
import type { PageMessages } from './page-sentences.ts';

const messages: Readonly<Record<Language, PageMessages>> = { en, de, zh };

/** The sentences in a language. */
export function messagesIn(language: Language): PageMessages {
  return messages[language];
}
