import type { Messages } from '@lingui/core';
import { type ComponentType, use, useMemo } from 'react';
import { createTranslate, TextContext, type Translate, useText } from '../../platform/i18n/text.tsx';
import { LANGUAGES, type Language } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  en: () => import('virtual:messages/en/account'),
  de: () => import('virtual:messages/de/account'),
  zh: () => import('virtual:messages/zh/account'),
};

const texts = new Map<Language, Messages | Promise<Messages>>();

function load(language: Language): Messages | Promise<Messages> {
  const known = texts.get(language);
  if (known) return known;
  const loading = LOADERS[language]().then(
    ({ default: messages }) => {
      texts.set(language, messages);
      return messages;
    },
    (error: unknown) => {
      // What could not be had is asked for again at the next try.
      texts.delete(language);
      throw error;
    },
  );
  texts.set(language, loading);
  return loading;
}

/** Loads the account's own texts ahead of its pages: on the server in every language, in the browser in that of the address. */
export async function loadAccountTexts(): Promise<void> {
  const here = typeof window === 'undefined' ? null : splitLanguage(window.location.pathname).language;
  await Promise.all((here === null ? LANGUAGES : [here]).map(async (language) => load(language)));
}

/** A page with the account's own texts, which no other page has to carry. */
export function withAccountTexts(Page: ComponentType): ComponentType {
  return function PageWithTexts() {
    const { language } = useLocale();
    const loaded = load(language);
    const own = loaded instanceof Promise ? use(loaded) : loaded;
    const whole = useText();
    const translate = useMemo<Translate>(() => {
      const ofAccount = createTranslate(language, own);
      return (key, values) => (key in own ? ofAccount : whole)(key, values);
    }, [language, own, whole]);
    return (
      <TextContext value={translate}>
        <Page />
      </TextContext>
    );
  };
}
