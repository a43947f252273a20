import type { CatalogueSnapshot } from './catalogue-snapshot.ts';

/** What the catalogue's resolvers need of a request's context. */
export interface CatalogContext {
  readonly catalogue: CatalogueSnapshot;
}
