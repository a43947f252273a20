import type { FastifyInstance } from 'fastify';
import type { PaymentDeps } from '../../features/payments/payment-deps.ts';
import { receiveWebhook } from '../../features/payments/receive-webhook.ts';

/** Where the payment institution reports. */
export const WEBHOOK_PATH = '/webhooks/payment';

/** Takes the institution's reports. The signature is over the raw bytes, so nothing parses them before. */
export function addWebhookRoute(http: FastifyInstance, deps: PaymentDeps): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(WEBHOOK_PATH, async (request, reply) => {
      const signature = request.headers['barrier-signature'];
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answer = await receiveWebhook(deps, body, typeof signature === 'string' ? signature : undefined);
      return reply
        .status(answer === 'TAKEN' ? 204 : 400)
        .header('cache-control', 'no-store')
        .send();
    });
  });
}
