import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import {
  formatOf,
  type ImportSummary,
  importCatalogue,
  type OutcomeCounts,
  type RowReport,
} from '../../features/catalog/import-catalogue.ts';
import { PictureFiles } from '../../features/catalog/rendering/picture-files.ts';
import { UnreadableFile } from '../../features/catalog/transfer/read-lines.ts';
import type { CatalogueWriter } from '../../features/catalog/write-catalogue.ts';
import { callerFolder } from './caller-folder.ts';
import { printable } from './printable.ts';
import { progressBar } from './progress-bar.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';
import { withCatalogue } from './with-catalogue.ts';

/** As much of a handle or name, and of a reason, is shown. */
const MOST_OF_NAME = 80;
const MOST_OF_REASON = 300;

/** `import:catalog FILE`: a progress bar, every refused row with its reason, and a summary. @throws {UsageError} */
export async function importCatalogueCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      'no-pictures': { type: 'boolean', default: false },
      currency: { type: 'string', default: 'EUR' },
      language: { type: 'string', default: 'EN' },
    },
  });
  const [file] = positionals;
  const format = file ? formatOf(file) : null;
  const currency = Object.values(CurrencyCode).find((code) => code === values.currency?.toUpperCase());
  const language = Object.values(Language).find((code) => code === values.language?.toUpperCase());
  if (!file || !format || !currency || !language) throw new UsageError(USAGE['import:catalog'].call);
  const path = await readable(resolve(callerFolder(), file));
  const bar = progressBar();
  const handles = new Set<string>();
  let noted = 0;
  const tell = ({ line, handle, outcome, reason, note }: RowReport) => {
    if (note) noted++;
    if (handle && outcome !== 'REFUSED') handles.add(handle);
    if (outcome !== 'REFUSED' && !values.report) return;
    const who = handle ? ` (${printable(handle, MOST_OF_NAME)})` : '';
    const why = reason ?? note;
    bar.say(`line ${line}${who}: ${outcome.toLowerCase()}${why ? `: ${printable(why, MOST_OF_REASON)}` : ''}`);
  };
  await withCatalogue(async (writer, { picturesDir }) => {
    try {
      const summary = await importCatalogue(writer, {
        path,
        format,
        currency,
        language,
        dryRun: values['dry-run'],
        onRow: tell,
        onMade: ({ kind, name, line }) =>
          bar.say(`line ${line}: new ${kind.toLowerCase()} "${printable(name, MOST_OF_NAME)}"`),
        onProgress: ({ bytes, totalBytes, products }) => bar.show(bytes, totalBytes, `${products} products`),
      });
      bar.done();
      process.stdout.write(`${values['dry-run'] ? 'Nothing was written. It would be: ' : ''}${inWords(summary)}\n`);
      if (noted > 0 && !values.report) {
        process.stdout.write(
          `${noted} ${noted === 1 ? 'row was' : 'rows were'} not taken as written: --report says which.\n`,
        );
      }
      if (summary.refused > 0) process.exitCode = 1;
      if (!values['dry-run'] && !values['no-pictures']) await fetchTold(writer, handles, picturesDir);
    } catch (error) {
      bar.done();
      if (!(error instanceof UnreadableFile)) throw error;
      throw new UsageError(printable(error.message, MOST_OF_REASON));
    }
  });
}

/** Fetches the pictures of the imported products, with a progress bar and a line for each that could not be had. */
async function fetchTold(writer: CatalogueWriter, handles: ReadonlySet<string>, picturesDir: string): Promise<void> {
  // Loaded only then: the picture library is large, and most files name no pictures elsewhere.
  const { fetchPictures } = await import('../../features/catalog/fetched-pictures/fetch-pictures.ts');
  const bar = progressBar();
  const { fetched, unchanged, notFetched } = await fetchPictures(writer, {
    handles,
    files: new PictureFiles(picturesDir),
    onPicture: ({ url, reason }, done, total) => {
      if (reason !== null) bar.say(`picture ${printable(url, MOST_OF_REASON)}: not fetched: ${reason}`);
      bar.show(done, total, `${done} of ${total} pictures`);
    },
  });
  bar.done();
  if (fetched + unchanged + notFetched === 0) return;
  process.stdout.write(`pictures: ${fetched} fetched, ${unchanged} unchanged, ${notFetched} could not be had\n`);
}

/** Answers the path of a file that can be read. @throws {UsageError} before a store is opened. */
async function readable(path: string): Promise<string> {
  try {
    await access(path, constants.R_OK);
    if ((await stat(path)).isFile()) return path;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(missing ? `There is no file ${path}.` : `The file ${path} cannot be read.`);
  }
  throw new UsageError(`${path} is no file.`);
}

function inWords({ refused, rows, groups, ingredients, ...products }: ImportSummary): string {
  const counts = ({ created, updated, unchanged }: OutcomeCounts) =>
    `${created} created, ${updated} updated, ${unchanged} unchanged`;
  const total = ({ created, updated, unchanged }: OutcomeCounts) => created + updated + unchanged;
  const named = [
    ...(total(groups) > 0 ? [`; categories and collections: ${counts(groups)}`] : []),
    ...(total(ingredients) > 0 ? [`; ingredients: ${counts(ingredients)}`] : []),
  ].join('');
  return `${counts(products)}, ${refused} refused (${rows} ${rows === 1 ? 'row' : 'rows'})${named}`;
}
