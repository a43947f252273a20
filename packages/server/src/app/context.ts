import { computeDataMap } from '@barrier/schema/privacy/data-map.ts';
import type { CatalogContext } from '../features/catalog/catalog-context.ts';
import type { DataMapContext } from '../features/privacy-policy/data-map.resolver.ts';
import { AccessSession } from '../privacy/access/access-session.ts';
import type { Viewer } from '../privacy/access/viewer.ts';
import { wholeSchema } from './graphql/build-schema.ts';
import type { ExecutionContext } from './graphql/fast-execution.ts';
import type { Shop } from './shop.ts';

/** What resolvers find in the context of an operation. Features state what they need of it in interfaces of their own. */
export interface RequestContext extends ExecutionContext, CatalogContext, DataMapContext {
  readonly viewer: Viewer;
  readonly access: AccessSession;
}

/** The context of one operation of a viewer. */
export function createContext(shop: Shop, viewer: Viewer): RequestContext {
  const access = new AccessSession(shop.core, { viewer });
  return {
    viewer,
    access,
    catalogue: shop.catalogue,
    dataMap: (language) => computeDataMap(wholeSchema(), language),
    settleAccess: () => access.flush(),
  };
}
