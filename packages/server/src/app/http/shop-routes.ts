import type { FastifyInstance } from 'fastify';
import { pictureSvg } from '../../features/catalog/product-pictures.ts';
import { createContext } from '../context.ts';
import { webDistFolder } from '../package-folder.ts';
import type { Shop } from '../shop.ts';
import { addDemoMailRoutes } from './demo-mail-route.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { addInvoiceRoute } from './invoice-route.ts';
import { addOperationalRoutes } from './operational-routes.ts';
import { NOBODY, readRequestFacts } from './request-facts.ts';
import { addWebRoutes } from './web-routes.ts';
import { addWebhookRoute } from './webhook-route.ts';

/** Every address of the shop. */
export async function addShopRoutes(http: FastifyInstance, shop: Shop, site: boolean): Promise<void> {
  addOperationalRoutes(http, shop.metrics, async () => {
    await shop.core.stores.main.em.getConnection().execute('select 1');
  });
  const secure = shop.config.publicUrl.startsWith('https:');
  addGraphqlRoute(http, async (request, reply) => ({
    apollo: await shop.apollo('public'),
    context: createContext(shop, readRequestFacts(request, reply, secure)),
  }));
  http.get('/pictures/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const svg = await pictureSvg(path, (slug) => shop.catalogue.product(slug));
    if (svg === null) return reply.status(404).send();
    return reply.type('image/svg+xml').header('cache-control', 'public, max-age=31536000, immutable').send(svg);
  });
  addWebhookRoute(http, shop.payments);
  addInvoiceRoute(http, shop.core);
  if (shop.mail.transport === null && !shop.config.production) addDemoMailRoutes(http, shop.mail);
  if (!site) return;
  await addWebRoutes(http, {
    distFolder: webDistFolder(),
    publicUrl: shop.config.publicUrl,
    catalogueVersion: () => shop.catalogue.version,
    execute: async ({ hash, variables }) => {
      const apollo = await shop.apollo('public');
      const { body } = await apollo.executeOperation(
        { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
        { contextValue: createContext(shop, NOBODY) },
      );
      return body.kind === 'single' ? body.singleResult : null;
    },
  });
}
