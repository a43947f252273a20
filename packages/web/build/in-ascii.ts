import type { Plugin } from 'vite';

/**
 * Node keeps the text of what it runs in memory, at two bytes a character if a single one of them is beyond ASCII: such are
 * escaped, at the very end, since what makes the text short writes every character as itself.
 */
export const inAscii: Plugin = {
  name: 'barrier-ascii',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};
