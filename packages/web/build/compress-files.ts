import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);

/** Fonts and pictures are compressed by themselves. */
const TEXT = /\.(js|css|svg)$/;

/** What is smaller is sent as it is: nothing would be saved. */
const LEAST_BYTES = 1024;

/** What is larger belongs to the playground: the best quality would take seconds for each. */
const MOST_BYTES_AT_BEST = 500_000;

/**
 * Puts a Brotli file beside each file of text, of a quality that no server could afford while somebody waits. Once they are written:
 * before that other plugins still change them.
 */
export function compressFiles(): Plugin {
  const compressFile = async (path: string) => {
    const bytes = await readFile(path);
    if (bytes.length < LEAST_BYTES) return;
    const quality = bytes.length > MOST_BYTES_AT_BEST ? 9 : constants.BROTLI_MAX_QUALITY;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${path}.br`, await compress(bytes, { params }));
  };
  return {
    name: 'barrier:compress-files',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(names.map((name) => compressFile(join(dir, name))));
    },
  };
}
