import { join } from 'node:path';
import { type ImportProgress, importCatalogue } from './import-catalogue.ts';
import type { CatalogueWriter } from './write-catalogue.ts';

/** In this order: products refer to ingredients and groups. */
const FILES = ['ingredients.jsonl', 'groups.jsonl', 'products-1.jsonl', 'products-2.jsonl'];

/**
 * Fills the shop with the demo catalogue, glossary and groups first, by the same import that an operator uses. Run again it changes nothing.
 * @param folder where the demo files are.
 * @throws if a line of the demo files is refused.
 */
export async function seedDemoCatalogue(
  writer: CatalogueWriter,
  folder: string,
  onProgress?: (progress: ImportProgress) => void,
): Promise<void> {
  for (const file of FILES) {
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
