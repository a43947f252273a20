import type { Plugin } from 'vite';

/**
 * Node keeps the text of what it runs in memory, at two bytes a character if a single one of them is beyond Latin-1: other writings are
 * escaped, at the very end, since what makes the text short writes every character as itself.
 */
export const inLatin1: Plugin = {
  name: 'barrier-latin1',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[\u0100-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};
