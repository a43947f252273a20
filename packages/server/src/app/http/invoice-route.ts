import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OwnOrder } from '../../features/orders/find-own-order.ts';
import { invoiceOfOrder } from '../../features/orders/invoice-of-order.ts';
import type { Seller } from '../../features/seller/seller.ts';
import { PublicError } from '../../platform/errors.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { refusalOf } from './token-request.ts';

/** What the route needs of the shop. */
export interface InvoiceRouteOptions {
  readonly core: PrivacyCore;
  readonly seller: Seller;
  /** Who asks, by the session that a request comes with. */
  readonly viewerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Viewer>;
}

/**
 * `POST /orders/invoice`: the invoice as PDF, for a guest with {token} and the header Order-Proof, for a customer with {number}. Never by
 * GET: a token is no part of an address (D16).
 */
export function addInvoiceRoute(http: FastifyInstance, { core, seller, viewerOf }: InvoiceRouteOptions): void {
  http.post<{ Body: unknown }>('/orders/invoice', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const proof = request.headers['order-proof'];
    try {
      const view = await invoiceOfOrder(
        { core, seller },
        {
          ...orderIn(request.body),
          viewer: await viewerOf(request, reply),
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
      return refusalOf(reply, error);
    }
  });
}

/** @throws {PublicError} if the body names no order. */
function orderIn(body: unknown): OwnOrder {
  const named = (key: string) => {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : null;
    return typeof value === 'string' ? value : null;
  };
  const [token, number] = [named('token'), named('number')];
  if (token === null && number === null)
    throw new PublicError('BAD_USER_INPUT', 'A JSON object with a token or a number is wanted.');
  return { token, number };
}
