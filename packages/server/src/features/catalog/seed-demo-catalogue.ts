import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportProgress, importCatalogue } from './import-catalogue.ts';
import { groupFromJson, ingredientFromJson } from './transfer/names-from-json.ts';
import { type CatalogueWriter, writeCatalogue } from './write-catalogue.ts';

const PRODUCT_FILES = ['products-1.jsonl', 'products-2.jsonl'];

/**
 * Fills the shop with the demo catalogue: glossary and groups first, then the products by the same import that an
 * operator uses. Run again it changes nothing.
 * @param folder where the demo files are.
 * @throws if a line of the demo files is refused.
 */
export async function seedDemoCatalogue(
  writer: CatalogueWriter,
  folder: string,
  onProgress?: (progress: ImportProgress) => void,
): Promise<void> {
  const ingredients = (await linesOf(join(folder, 'ingredients.jsonl'))).map(ingredientFromJson);
  const groups = (await linesOf(join(folder, 'groups.jsonl'))).map(groupFromJson);
  await writeCatalogue(writer, { ingredients, groups });
  for (const file of PRODUCT_FILES) {
    const refused: string[] = [];
    await importCatalogue(writer, {
      path: join(folder, file),
      format: 'jsonl',
      onProgress,
      onRow: ({ line, reason }) => {
        if (reason !== null) refused.push(`${file}:${line}: ${reason}`);
      },
    });
    if (refused.length > 0) throw new Error(`The demo catalogue has errors.\n${refused.join('\n')}`);
  }
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}
