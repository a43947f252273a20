import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicError } from '../../platform/errors.ts';

/** The cookie that holds a browser's session token; over TLS its name keeps other hosts of the domain from setting it. */
const SESSION_COOKIE = { secure: '__Host-barrier_session', plain: 'barrier_session' } as const;

/** How long a browser keeps its session; the shop decides how long it is good. */
const SESSION_SECONDS = 180 * 24 * 60 * 60;

/** The cookie that holds a browser's cart token. */
const CART_COOKIE = 'barrier_cart';

/** How long a browser keeps its cart: as long as the shop does. */
const CART_SECONDS = 30 * 24 * 60 * 60;

/** What of an HTTP request matters to an operation. Address and user agent of the client are not among it (P2.3). */
export interface RequestFacts {
  readonly method: 'GET' | 'POST';
  /** From the cookie, or from the header Cart-Token for clients without cookies. */
  readonly cartToken: string | null;
  setCartToken(token: string): void;
  /** From the cookie; null for visitors and for programs. */
  readonly sessionToken: string | null;
  /** Sets the cookie of a session, or takes it away. @throws if the request is of no browser at the shop's public name. */
  setSessionToken(token: string | null): void;
  /** Whether the network that asks has made few attempts of late; this one is counted. Its address goes no further (P2.3). */
  admitsAttempt(): boolean;
  /** The header Idempotency-Key. */
  readonly idempotencyKey: string | null;
  /** The header Order-Proof: what a mailed code was exchanged for. */
  readonly orderProof: string | null;
  /** Whether the browser objects to being followed: Sec-GPC: 1 or DNT: 1 (P6.5). */
  readonly privacySignal: boolean;
  /** Whether anything may be counted of the request, without saying whose it is. */
  readonly mayCollect: boolean;
}

/** How a shop keeps cookies. */
export interface CookieUse {
  /** Whether they go over TLS only. */
  readonly secure: boolean;
  /** Whether a request is of a browser at the shop's public name; under others no cookie is set or read. */
  readonly allowed: (request: FastifyRequest) => boolean;
}

/** Counts an attempt of the network that a request is from; false if there were too many. */
export type AdmitAttempt = (request: FastifyRequest) => boolean;

/** The facts of a request that came over HTTP. */
export function readRequestFacts(
  request: FastifyRequest,
  reply: FastifyReply,
  cookies: CookieUse,
  admits: AdmitAttempt,
): RequestFacts {
  const fromHeader = header(request, 'cart-token');
  const { secure } = cookies;
  const sessionCookie = secure ? SESSION_COOKIE.secure : SESSION_COOKIE.plain;
  return {
    // HEAD is a GET here, too: what is refused by address is refused by either.
    method: request.method === 'POST' ? 'POST' : 'GET',
    cartToken: fromHeader ?? (cookies.allowed(request) ? request.cookies[CART_COOKIE] : undefined) ?? null,
    setCartToken: (token) => {
      if (fromHeader !== null || !cookies.allowed(request)) return;
      reply.setCookie(CART_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: CART_SECONDS });
    },
    sessionToken: (cookies.allowed(request) ? request.cookies[sessionCookie] : undefined) ?? null,
    setSessionToken: (token) => {
      const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
      if (token === null) return void reply.clearCookie(sessionCookie, options);
      if (!cookies.allowed(request)) throw new PublicError('FORBIDDEN', "One signs in at the shop's public name only.");
      reply.setCookie(sessionCookie, token, { ...options, maxAge: SESSION_SECONDS });
    },
    admitsAttempt: () => admits(request),
    idempotencyKey: header(request, 'idempotency-key'),
    orderProof: header(request, 'order-proof'),
    privacySignal: sendsPrivacySignal(request),
    mayCollect: mayCollect(request),
  };
}

/** The facts of a page that is rendered for everyone: nobody's cart, nobody's right (D19). */
export const NOBODY: RequestFacts = {
  method: 'POST',
  cartToken: null,
  setCartToken: () => undefined,
  sessionToken: null,
  setSessionToken: () => undefined,
  admitsAttempt: () => false,
  idempotencyKey: null,
  orderProof: null,
  privacySignal: false,
  mayCollect: false,
};

/**
 * Whether anything may be counted of a request (P2.3, P6.5): nothing of a browser that sends a signal. Whatever collects asks this, and nothing else; the
 * switch of the site lies on the device, where `mayCollect` of the web's `platform` asks for it before anything is sent.
 */
export function mayCollect(request: Pick<FastifyRequest, 'headers'>): boolean {
  return !sendsPrivacySignal(request);
}

/** Global Privacy Control (W3C), and Do Not Track, which browsers still send. */
function sendsPrivacySignal({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['sec-gpc'] === '1' || headers.dnt === '1';
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
