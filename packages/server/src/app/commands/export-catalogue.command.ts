import { createWriteStream } from 'node:fs';
import { access, constants, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import { exportCatalogue } from '../../features/catalog/export-catalogue.ts';
import { formatOf } from '../../features/catalog/import-catalogue.ts';
import { callerFolder } from './caller-folder.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';
import { withCatalogue } from './with-catalogue.ts';

/** `export:catalog FILE`: the file appears whole or not at all. @throws {UsageError} */
export async function exportCatalogueCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { currency: { type: 'string', default: 'EUR' }, language: { type: 'string', default: 'EN' } },
  });
  const [file] = positionals;
  const format = file ? formatOf(file) : null;
  const currency = Object.values(CurrencyCode).find((code) => code === values.currency?.toUpperCase());
  const language = Object.values(Language).find((code) => code === values.language?.toUpperCase());
  if (!file || !format || !currency || !language) throw new UsageError(USAGE['export:catalog'].call);
  const target = await writable(resolve(callerFolder(), file));
  await withCatalogue(async ({ store }) => {
    let products = 0;
    const lines = exportCatalogue(store, {
      format,
      currency,
      language,
      onProgress: (count) => {
        products = count;
      },
    });
    await pipeline(Readable.from(lines), createWriteStream(`${target}.part`));
    await rename(`${target}.part`, target);
    process.stdout.write(`${products} products written\n`);
  });
}

/** Answers the path of a file that can be written. @throws {UsageError} before a store is opened. */
async function writable(path: string): Promise<string> {
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(missing ? `There is no folder ${folder}.` : `The folder ${folder} cannot be written to.`);
  }
  const there = await stat(path).catch(() => null);
  if (there && !there.isFile()) throw new UsageError(`${path} is no file.`);
  return path;
}
