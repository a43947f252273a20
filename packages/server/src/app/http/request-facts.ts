import type { FastifyReply, FastifyRequest } from 'fastify';

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
  /** The header Idempotency-Key. */
  readonly idempotencyKey: string | null;
  /** The header Order-Proof: what a mailed code was exchanged for. */
  readonly orderProof: string | null;
}

/** How a shop keeps cookies. */
export interface CookieUse {
  /** Whether they go over TLS only. */
  readonly secure: boolean;
  /** Whether a request is of a browser at the shop's public name; under others no cookie is set or read. */
  readonly allowed: (request: FastifyRequest) => boolean;
}

/** The facts of a request that came over HTTP. */
export function readRequestFacts(request: FastifyRequest, reply: FastifyReply, cookies: CookieUse): RequestFacts {
  const fromHeader = header(request, 'cart-token');
  return {
    // HEAD is a GET here, too: what is refused by address is refused by either.
    method: request.method === 'POST' ? 'POST' : 'GET',
    cartToken: fromHeader ?? (cookies.allowed(request) ? request.cookies[CART_COOKIE] : undefined) ?? null,
    setCartToken: (token) => {
      if (fromHeader !== null || !cookies.allowed(request)) return;
      const { secure } = cookies;
      reply.setCookie(CART_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: CART_SECONDS });
    },
    idempotencyKey: header(request, 'idempotency-key'),
    orderProof: header(request, 'order-proof'),
  };
}

/** The facts of a page that is rendered for everyone: nobody's cart, nobody's right (D19). */
export const NOBODY: RequestFacts = {
  method: 'POST',
  cartToken: null,
  setCartToken: () => undefined,
  idempotencyKey: null,
  orderProof: null,
};

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
