import { computeDataMap } from '@barrier/schema/privacy/data-map.ts';
import type { CartContext } from '../features/cart/cart-context.ts';
import type { CatalogContext } from '../features/catalog/catalog-context.ts';
import type { DataMapContext } from '../features/privacy-policy/data-map.resolver.ts';
import { RawSql } from '../platform/orm/raw-sql.ts';
import { AccessSession } from '../privacy/access/access-session.ts';
import type { Viewer } from '../privacy/access/viewer.ts';
import { wholeSchema } from './graphql/build-schema.ts';
import type { ExecutionContext } from './graphql/fast-execution.ts';
import type { RequestFacts } from './http/request-facts.ts';
import type { Shop } from './shop.ts';

/** What resolvers find in the context of an operation. Features state what they need of it in interfaces of their own. */
export interface RequestContext extends ExecutionContext, CatalogContext, CartContext, DataMapContext {
  readonly viewer: Viewer;
  readonly access: AccessSession;
}

/** The context of one operation of a viewer. */
export function createContext(shop: Shop, viewer: Viewer, facts: RequestFacts): RequestContext {
  const access = new AccessSession(shop.core, { viewer });
  return {
    viewer,
    access,
    clock: shop.core.clock,
    sql: new RawSql(shop.core.stores.main),
    catalogue: shop.catalogue,
    cartToken: facts.cartToken,
    setCartToken: facts.setCartToken,
    dataMap: (language) => computeDataMap(wholeSchema(), language),
    settleAccess: () => access.flush(),
  };
}
