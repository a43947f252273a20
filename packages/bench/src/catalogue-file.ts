import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface DemoProduct {
  handle: string;
  title: Record<string, string>;
  variants: { sku: string; barcode: string; prices: Record<string, number> }[];
  [key: string]: unknown;
}

const DEMO = join(import.meta.dirname, '../../server/demo');
const EDITIONS = ['Morning', 'Evening', 'Travel', 'Studio', 'Coast', 'Forest', 'Alpine', 'Harbour', 'Garden', 'Winter'];

/**
 * Writes a catalogue of `count` products made of the demo products with other names, prices and combinations, the same at
 * each run; answers their handles.
 */
export function writeCatalogueFile(file: string, count: number): string[] {
  const demo = ['products-1.jsonl', 'products-2.jsonl'].flatMap((name) =>
    readFileSync(join(DEMO, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as DemoProduct),
  );
  const handles: string[] = [];
  const lines = Array.from({ length: count }, (_, index) => {
    const base = demo[index % demo.length] as DemoProduct;
    const other = demo[(index * 31 + 7) % demo.length] as DemoProduct;
    const round = Math.floor(index / demo.length);
    const handle = round === 0 ? base.handle : `${base.handle}-${round}`;
    handles.push(handle);
    const edition = `${EDITIONS[round % EDITIONS.length]} ${round}`;
    const title = Object.fromEntries(
      Object.entries(base.title).map(([language, text]) => [language, round === 0 ? text : `${text} ${edition}`]),
    );
    return JSON.stringify({
      ...base,
      handle,
      title,
      skinTypes: round % 2 ? other.skinTypes : base.skinTypes,
      concerns: round % 3 ? other.concerns : base.concerns,
      variants: base.variants.map((variant) => ({
        ...variant,
        sku: `${variant.sku}-${round}`,
        prices: Object.fromEntries(
          Object.entries(variant.prices).map(([currency, amount]) => [currency, amount + round * 100]),
        ),
        stock: 100_000,
      })),
    });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return handles;
}
