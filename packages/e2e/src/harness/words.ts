import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A language that a journey is made in. */
export type Language = 'en' | 'de' | 'zh';

/** The shop's own words in a language, by key, with `{placeholders}` filled in. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Reads the words that the pages are written with, so that a journey finds a control by what it says to its reader. */
export function wordsIn(language: Language): Words {
  const file = join(import.meta.dirname, `../../../web/messages/${language}.json`);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`There is no message ${key}.`);
    return message.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
  };
}
