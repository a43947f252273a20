import { computeDataMap, describeRecipients } from '@barrier/schema/privacy/data-map.ts';
import type { AccountContext, CurrentSession, OwnSession } from '../features/accounts/account-context.ts';
import { findSession } from '../features/accounts/find-session.ts';
import type { CatalogContext } from '../features/catalog/catalog-context.ts';
import type { CheckoutContext } from '../features/checkout/checkout-context.ts';
import type { ConsentContext } from '../features/consent/consent-context.ts';
import type { HoldingsContext } from '../features/data-rights/holdings/holdings-context.ts';
import type { OrderContext } from '../features/orders/order-context.ts';
import type { DataMapContext } from '../features/privacy-policy/data-map.resolver.ts';
import type { SellerContext } from '../features/seller/seller.resolver.ts';
import { PublicError } from '../platform/errors.ts';
import { AccessSession } from '../privacy/access/access-session.ts';
import type { SubjectProof, Viewer } from '../privacy/access/viewer.ts';
import { agreementsInForce } from '../privacy/egress/agreements-in-force.ts';
import { SEALED_CATEGORIES } from '../privacy/vault/field-registry.ts';
import { personalMarkings, wholeSchema } from './graphql/build-schema.ts';
import type { ExecutionContext } from './graphql/fast-execution.ts';
import type { RequestFacts } from './http/request-facts.ts';
import type { Shop } from './shop.ts';

/** What resolvers find in the context of an operation. Features state what they need of it in interfaces of their own. */
export interface RequestContext
  extends ExecutionContext,
    AccountContext,
    CatalogContext,
    CheckoutContext,
    ConsentContext,
    OrderContext,
    DataMapContext,
    HoldingsContext,
    SellerContext {
  readonly viewer: Viewer;
  readonly access: AccessSession;
}

/** The session that a request comes with; null if its token is good no more, and then its cookie goes. */
export async function identify(shop: Shop, facts: RequestFacts): Promise<OwnSession | null> {
  const session = facts.sessionToken === null ? null : await findSession(shop.core, facts.sessionToken);
  if (!session) facts.setSessionToken(null);
  return session;
}

/** Whoever is signed in, or a visitor; with what the operation has proven besides. */
function viewerOf(session: OwnSession | null, proofs: readonly SubjectProof[]): Viewer {
  return session
    ? { kind: 'customer', personId: session.accountId, subjectIds: session.subjectIds, proofs }
    : { kind: 'visitor', proofs };
}

/**
 * The context of one operation: of a customer if there is a session, else of a visitor, who is nobody until the operation
 * proves to be about themselves.
 */
export function createContext(shop: Shop, facts: RequestFacts, found: OwnSession | null): RequestContext {
  const proofs: SubjectProof[] = [];
  // One object from beginning to end, since whatever looks at the viewer holds it: signing in makes it another one's.
  const viewer = viewerOf(found, proofs);
  const access = new AccessSession(shop.core, { viewer });
  let session: CurrentSession | null = found;
  return {
    currentSession: () => session,
    setSession: (token, current) => {
      facts.setSessionToken(token);
      session = current;
      Object.assign(viewer, viewerOf(current, proofs));
    },
    throttle: () => {
      if (facts.admitsAttempt()) return;
      throw new PublicError(
        'TOO_MANY_REQUESTS',
        'There were many attempts from your network. Please wait a quarter of an hour.',
      );
    },
    viewer,
    access,
    core: shop.core,
    payments: shop.payments,
    clock: shop.core.clock,
    sql: shop.sql,
    catalogue: shop.catalogue,
    fingerprintKey: shop.fingerprintKey,
    method: facts.method,
    cartToken: facts.cartToken,
    setCartToken: facts.setCartToken,
    idempotencyKey: facts.idempotencyKey,
    orderProof: facts.orderProof,
    prove: (proof) => {
      proofs.push(proof);
    },
    dataMap: async (language) =>
      computeDataMap(
        wholeSchema(),
        language,
        SEALED_CATEGORIES,
        shop.config.retentionDays,
        await agreementsInForce(shop.core),
      ),
    dataRecipients: async (language) => describeRecipients(await agreementsInForce(shop.core), language),
    seller: shop.config.seller,
    publicUrl: shop.config.publicUrl,
    privacySignal: facts.privacySignal,
    mayCollect: facts.mayCollect,
    markings: personalMarkings,
    settleAccess: () => access.flush(),
  };
}
