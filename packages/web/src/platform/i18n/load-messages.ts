import type { Messages } from '@lingui/core';
import type { Language } from '../locale/language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  en: () => import('virtual:messages/en'),
  de: () => import('virtual:messages/de'),
  zh: () => import('virtual:messages/zh'),
};

/** Loads the compiled messages of one language: one chunk each, so that only the chosen language is shipped. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await LOADERS[language]()).default;
}
