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

/** What the contexts of all operations of a shop have in common. */
type ShopContext = Pick<
  RequestContext,
  | 'core'
  | 'payments'
  | 'clock'
  | 'sql'
  | 'catalogue'
  | 'fingerprintKey'
  | 'dataMap'
  | 'dataRecipients'
  | 'seller'
  | 'publicUrl'
  | 'markings'
>;

/** Apollo copies the context of each request, its own properties one by one: what all have in common is not among them. */
const shopContexts = new WeakMap<Shop, ShopContext>();

function shopContextOf(shop: Shop): ShopContext {
  const known = shopContexts.get(shop);
  if (known) return known;
  const { core, config } = shop;
  const context: ShopContext = {
    core,
    payments: shop.payments,
    clock: core.clock,
    sql: shop.sql,
    catalogue: shop.catalogue,
    fingerprintKey: shop.fingerprintKey,
    dataMap: async (language) =>
      computeDataMap(wholeSchema(), language, SEALED_CATEGORIES, config.retentionDays, await agreementsInForce(core)),
    dataRecipients: async (language) => describeRecipients(await agreementsInForce(core), language),
    seller: config.seller,
    publicUrl: config.publicUrl,
    markings: personalMarkings,
  };
  shopContexts.set(shop, context);
  return context;
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
  const own: Omit<RequestContext, keyof ShopContext> = {
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
    method: facts.method,
    cartToken: facts.cartToken,
    setCartToken: facts.setCartToken,
    idempotencyKey: facts.idempotencyKey,
    orderProof: facts.orderProof,
    prove: (proof) => {
      proofs.push(proof);
    },
    privacySignal: facts.privacySignal,
    mayCollect: facts.mayCollect,
    settleAccess: () => access.flush(),
  };
  return Object.assign(Object.create(shopContextOf(shop)) as ShopContext, own);
}
