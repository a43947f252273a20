import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface SplitDocumentsOptions {
  /** The folder of sources. */
  readonly sources: string;
  /** The generated module that holds every document. */
  readonly generated: string;
  /** Whose operations come with what uses them, as a file of operations below the sources. */
  readonly apart: (file: string) => boolean;
}

const PREFIX = '\0document:';
const IMPORT = /import \{([^}]*)\} from '[./]*\/generated\/graphql\.ts';/g;

/**
 * All operations are generated into one module, which is shared and would bring with every page what only the account asks for. Those that
 * are to be apart become modules of their own, so that they lie where they are used.
 */
export function splitDocuments({ sources, generated, apart }: SplitDocumentsOptions): Plugin {
  const names = new Set(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.graphql') && apart(file.replaceAll('\\', '/')))
      .flatMap((file) => [...readFileSync(join(sources, file), 'utf8').matchAll(/^(?:query|mutation) (\w+)/gm)])
      .map(([, name]) => `${name}Document`),
  );
  const split = (statement: string, list: string) => {
    const wanted = list
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
    const moved = wanted.filter((one) => names.has(one));
    if (moved.length === 0) return statement;
    const left = wanted.filter((one) => !names.has(one));
    const rest = left.length > 0 ? statement.replace(list, ` ${left.join(', ')} `) : '';
    return moved.map((one) => `import { ${one} } from '${PREFIX}${one}';`).join(' ') + rest;
  };
  return {
    name: 'barrier-split-documents',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(PREFIX) ? id : undefined),
    load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const name = id.slice(PREFIX.length);
      const start = `export const ${name} = `;
      const line = readFileSync(generated, 'utf8')
        .split('\n')
        .find((one) => one.startsWith(start));
      if (!line) throw new Error(`${name} is not generated.`);
      return line.replace(/ as unknown as .*$/, ';');
    },
    transform: (code, id) =>
      /\.tsx?$/.test(id) && code.includes('/generated/graphql.ts')
        ? { code: code.replace(IMPORT, split), map: null }
        : null,
  };
}
