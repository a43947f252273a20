import type { FastifyInstance } from 'fastify';
import { invoiceOfOrder } from '../../features/orders/invoice-of-order.ts';
import type { Seller } from '../../features/seller/seller.ts';
import { PublicError, type PublicErrorCode } from '../../platform/errors.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

const STATUS: Readonly<Record<PublicErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
};

/** `POST /orders/invoice` with {token} and the header Order-Proof: the invoice as PDF. Never by GET: a token is no part of an address (D16). */
export function addInvoiceRoute(http: FastifyInstance, core: PrivacyCore, seller: Seller): void {
  http.post<{ Body: unknown }>('/orders/invoice', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const proof = request.headers['order-proof'];
    try {
      const token = tokenIn(request.body);
      const view = await invoiceOfOrder(
        { core, seller },
        {
          token,
          proof: typeof proof === 'string' ? proof : null,
        },
      );
      // Loaded when first asked for: fonts and PDF writer are needed by few requests.
      const { renderInvoice } = await import('../../features/orders/invoice/render-invoice.ts');
      const pdf = await renderInvoice(view);
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="invoice-${view.invoiceNumber}.pdf"`)
        .send(pdf);
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      const { code, message } = error;
      return reply.status(STATUS[code]).send({ errors: [{ message, extensions: { code } }] });
    }
  });
}

/** @throws {PublicError} if the body names no token. */
function tokenIn(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : null;
  if (typeof token !== 'string') throw new PublicError('BAD_USER_INPUT', 'A JSON object with a token is wanted.');
  return token;
}
