import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:messages/';

/** Where messages are and where the type of their keys goes. */
interface CompileMessagesOptions {
  /** The folder of `<language>.json` (ICU). */
  readonly folder: string;
  /** The file that gets `type MessageKey`, from the English messages. */
  readonly keys: string;
}

/**
 * Messages that come with a surface and not with every page, by the first word of their keys: the account's, as
 * `virtual:messages/<language>/account`. A test holds that nobody else uses them.
 */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  account: [
    'claim',
    'consent',
    'download',
    'erase',
    'factor',
    'history',
    'holdings',
    'passkey',
    'profile',
    'receipt',
    'recovery',
    'restrict',
    'security',
    'totp',
  ],
};

/** The part that a message comes with; null for those of every page. */
export function partOf(key: string): string | null {
  const word = key.split('.')[0] ?? '';
  return Object.keys(PARTS).find((part) => PARTS[part]?.includes(word)) ?? null;
}

/** Compiles messages into modules per language and part, `virtual:messages/<language>`, so that no parser is shipped. */
export function compileMessages({ folder, keys }: CompileMessagesOptions): Plugin {
  const read = (language: string) =>
    JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>;
  return {
    name: 'barrier:compile-messages',
    buildStart() {
      const names = Object.keys(read('en')).map((key) => `  | '${key}'`);
      const text = `/** The key of a message; each language has them all. */\nexport type MessageKey =\n${names.join('\n')};\n`;
      mkdirSync(dirname(keys), { recursive: true });
      writeFileSync(keys, text);
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language = '', part = null] = id.slice(PREFIX.length + 1).split('/');
      this.addWatchFile(join(folder, `${language}.json`));
      const texts = Object.entries(read(language)).filter(([key]) => partOf(key) === part);
      const compiled = texts.map(([key, text]) => [key, compileMessageOrThrow(text)]);
      return `export default ${JSON.stringify(Object.fromEntries(compiled))};`;
    },
  };
}
