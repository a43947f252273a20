import type { Graph, Thing, WithContext } from 'schema-dts';
import { serialiseDataBlock } from './data-block.ts';

/** What a page is about, in schema.org's words, for search engines; a block of data, which no browser runs. */
export function StructuredData({ data }: { data: WithContext<Thing> | Graph }) {
  return <script type="application/ld+json">{serialiseDataBlock(data)}</script>;
}
