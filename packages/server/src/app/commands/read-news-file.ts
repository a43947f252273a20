import { readFile } from 'node:fs/promises';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { NewsText } from '../../features/consent/news-issue.entity.ts';
import type { NewsTexts } from '../../features/consent/start-news.ts';
import { refuseSensitive } from '../../privacy/guard/refuse-sensitive.ts';
import { UsageError } from './usage-error.ts';

const LANGUAGES: readonly Language[] = ['EN', 'DE', 'ZH'];
const LONGEST_SUBJECT = 150;
const LONGEST_TEXT = 10_000;
const LONGEST_LABEL = 80;

/**
 * Reads an issue of the news: JSON with `EN`, `DE` and `ZH`, in each `subject`, `text` (paragraphs parted by empty lines) and if wanted a `link` with
 * `label` and the `path` of a page of the shop, such as `/products/calm-drops`.
 * @throws {UsageError} naming what is wrong, never what it says.
 */
export async function readNewsFile(path: string): Promise<NewsTexts> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The file ${path} cannot be read.`);
  });
  return newsTexts(content);
}

/** The words of an issue, checked. @throws {UsageError} */
export function newsTexts(content: string): NewsTexts {
  const whole = objectOf(parsed(content), 'The file');
  for (const name of Object.keys(whole)) {
    if (!LANGUAGES.some((language) => language === name)) throw new UsageError(`${name} is none of EN, DE, ZH.`);
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, newsText(language, whole[language])])) as Record<
    Language,
    NewsText
  >;
}

function newsText(language: Language, value: unknown): NewsText {
  const { subject, text, link, ...rest } = objectOf(value, language);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new UsageError(`${language}.${unknown} is unknown.`);
  const words = {
    subject: textOf(subject, `${language}.subject`, LONGEST_SUBJECT),
    text: textOf(text, `${language}.text`, LONGEST_TEXT),
  };
  if (/[\r\n]/.test(words.subject)) throw new UsageError(`${language}.subject has more than one line.`);
  if (link === undefined) return words;
  const { label, path } = objectOf(link, `${language}.link`);
  const page = textOf(path, `${language}.link.path`, LONGEST_SUBJECT);
  // Nothing that would tell one reader, or one mail, from another, and no other host.
  if (!/^\/(?!\/)[\w/-]*$/.test(page))
    throw new UsageError(`${language}.link.path is no path of a page, such as /products/calm-drops.`);
  return { ...words, link: { label: textOf(label, `${language}.link.label`, LONGEST_LABEL), path: page } };
}

function textOf(value: unknown, name: string, longest: number): string {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  if (text === '') throw new UsageError(`${name} is missing.`);
  if (text.length > longest) throw new UsageError(`${name} is longer than ${longest} characters.`);
  if (refuseSensitive(text)) throw new UsageError(`${name} holds what looks like a card or identity number.`);
  return text;
}

function objectOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${name} is missing, or no object of JSON.`);
  return value as Record<string, unknown>;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError('The file is no JSON.');
  }
}
