import { computeDataMap } from '@barrier/schema/privacy/data-map.ts';
import type { CatalogContext } from '../features/catalog/catalog-context.ts';
import type { CheckoutContext } from '../features/checkout/checkout-context.ts';
import type { OrderContext } from '../features/orders/order-context.ts';
import type { DataMapContext } from '../features/privacy-policy/data-map.resolver.ts';
import type { SellerContext } from '../features/seller/seller.resolver.ts';
import { AccessSession } from '../privacy/access/access-session.ts';
import type { SubjectProof, Viewer } from '../privacy/access/viewer.ts';
import { SEALED_CATEGORIES } from '../privacy/vault/field-registry.ts';
import { wholeSchema } from './graphql/build-schema.ts';
import type { ExecutionContext } from './graphql/fast-execution.ts';
import type { RequestFacts } from './http/request-facts.ts';
import type { Shop } from './shop.ts';

/** What resolvers find in the context of an operation. Features state what they need of it in interfaces of their own. */
export interface RequestContext
  extends ExecutionContext,
    CatalogContext,
    CheckoutContext,
    OrderContext,
    DataMapContext,
    SellerContext {
  readonly viewer: Viewer;
  readonly access: AccessSession;
}

/** The context of one operation of a visitor: nobody, until the operation proves to be about themselves. */
export function createContext(shop: Shop, facts: RequestFacts): RequestContext {
  const proofs: SubjectProof[] = [];
  const viewer: Viewer = { kind: 'visitor', proofs };
  const access = new AccessSession(shop.core, { viewer });
  return {
    viewer,
    access,
    core: shop.core,
    payments: shop.payments,
    clock: shop.core.clock,
    sql: shop.sql,
    catalogue: shop.catalogue,
    fingerprintKey: shop.config.secrets.fingerprintKey,
    method: facts.method,
    cartToken: facts.cartToken,
    setCartToken: facts.setCartToken,
    idempotencyKey: facts.idempotencyKey,
    orderProof: facts.orderProof,
    prove: (proof) => {
      proofs.push(proof);
    },
    dataMap: (language) => computeDataMap(wholeSchema(), language, SEALED_CATEGORIES),
    seller: shop.config.seller,
    settleAccess: () => access.flush(),
  };
}
