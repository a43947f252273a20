import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createNoteSignal } from '../../features/consent/note-signal.ts';
import { createContext, identify } from '../context.ts';
import { webDistFolder } from '../package-folder.ts';
import type { Shop } from '../shop.ts';
import { addDemoMailRoutes, showsDemoMail } from './demo-mail-route.ts';
import { addDownloadRoute } from './download-route.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { hostKindOf } from './host-check.ts';
import { addInvoiceRoute } from './invoice-route.ts';
import { NetworkThrottle } from './network-throttle.ts';
import { addPictureRoutes } from './picture-routes.ts';
import { type CookieUse, NOBODY, readRequestFacts } from './request-facts.ts';
import { addUnsubscribeRoute } from './unsubscribe-route.ts';
import { addWebRoutes } from './web-routes.ts';
import { addWebhookRoute } from './webhook-route.ts';
import { addWellKnownRoutes } from './well-known-routes.ts';

/** Every address of the shop, besides those for its operators. */
export async function addShopRoutes(http: FastifyInstance, shop: Shop, site: boolean): Promise<void> {
  const { publicUrl } = shop.config;
  const kindOf = hostKindOf(publicUrl);
  const cookies: CookieUse = {
    secure: publicUrl.startsWith('https:'),
    allowed: (request) => kindOf(request) === 'public',
  };
  const throttle = new NetworkThrottle(shop.core.clock);
  const admits = (request: FastifyRequest) => throttle.admits(proxyAddress(request.raw, shop.config.trustedProxies));
  const noteSignal = createNoteSignal(shop.core, shop.logger);
  const contextOf = async (request: FastifyRequest, reply: FastifyReply) => {
    const facts = readRequestFacts(request, reply, cookies, admits);
    const session = facts.sessionToken === null ? null : await identify(shop, facts);
    if (session && facts.privacySignal) await noteSignal(session);
    return createContext(shop, facts, session);
  };
  addGraphqlRoute(http, async (request, reply) => ({
    apollo: await shop.apollo('public'),
    context: await contextOf(request, reply),
  }));
  addPictureRoutes(http, { catalogue: shop.catalogue, ...shop.pictures });
  addWebhookRoute(http, shop.payments);
  addInvoiceRoute(http, {
    core: shop.core,
    seller: shop.config.seller,
    viewerOf: async (request, reply) => (await contextOf(request, reply)).viewer,
  });
  addUnsubscribeRoute(http, shop.core, publicUrl);
  addWellKnownRoutes(http);
  addDownloadRoute(http, shop.downloads);
  if (showsDemoMail(shop)) addDemoMailRoutes(http, shop.mail);
  if (!site) return;
  await addWebRoutes(http, {
    distFolder: webDistFolder(),
    publicUrl,
    catalogueVersion: () => shop.catalogue.version,
    names: {
      '/products/:slug': () => shop.catalogue.slugs(),
      '/collections/:handle': () => shop.catalogue.collections().map(({ handle }) => handle),
      '/ingredients/:slug': () => shop.catalogue.ingredients().map(({ slug }) => slug),
    },
    execute: async ({ hash, variables }) => {
      const apollo = await shop.apollo('public');
      const { body } = await apollo.executeOperation(
        { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
        { contextValue: createContext(shop, NOBODY, null) },
      );
      return body.kind === 'single' ? body.singleResult : null;
    },
  });
}
