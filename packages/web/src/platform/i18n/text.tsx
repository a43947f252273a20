import { type Messages, setupI18n } from '@lingui/core';
import { createContext, use } from 'react';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import type { Language } from '../locale/language.ts';

/** What a message's placeholders are filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Answers a message in the language of the page. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Makes the translator of a language from its compiled messages. */
export function createTranslate(language: Language, messages: Messages): Translate {
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  return (key, values) => i18n._(key, values ?? {});
}

/** Gives the translator to everything below. */
export const TextContext = createContext<Translate | null>(null);

/** The translator of the page's language. */
export function useText(): Translate {
  const translate = use(TextContext);
  if (!translate) throw new Error('useText is used outside TextContext.');
  return translate;
}
